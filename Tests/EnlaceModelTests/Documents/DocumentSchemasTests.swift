import Testing

@testable import EnlaceModel

@Suite("DocumentSchemas")
struct DocumentSchemasTests {
    @Test("every field and code has a label in both languages, and no name stands twice")
    func labels() {
        for schema in DocumentSchemas.all {
            check(schema.label)
            check(schema.draft)
            check(schema.body)
        }
        check(HeaderFields.signed)
    }

    @Test("field names and codes are ASCII, as their comparison relies on")
    func ascii() {
        for schema in DocumentSchemas.all { checkASCII(schema.draft) }
        checkASCII(HeaderFields.signed)
    }

    @Test("versions are matched exactly, then by their major")
    func matching() throws {
        guard case .known(let schema) = DocumentSchemas.match(try SchemaVersion("LEAD/1.0")) else {
            Issue.record("LEAD/1.0 is not known")
            return
        }
        #expect(schema.version.text == "LEAD/1.0")
        guard case .newerMinor = DocumentSchemas.match(try SchemaVersion("LEAD/1.9")) else {
            Issue.record("LEAD/1.9 is not taken for a later minor version")
            return
        }
        for text in ["LEAD/2.0", "LEAD/0.1", "DEC/1.0"] {
            guard case .unknown = DocumentSchemas.match(try SchemaVersion(text)) else {
                Issue.record("\(text) is taken for known")
                return
            }
        }
    }

    @Test("the announced versions are those of the registry")
    func accepted() {
        #expect(DocumentSchemas.accepted.map(\.text) == ["LEAD/1.0", "IR/1.0", "ACK/1.0"])
        #expect(DocumentType.intelligenceReport.label(in: .spanish) == "Informe de inteligencia")
    }

    private func check(_ fields: FieldSet) {
        let names = fields.fields.map(\.name)
        #expect(Set(names).count == names.count)
        for field in fields.fields {
            check(field.label)
            check(field.kind)
        }
    }

    private func check(_ kind: FieldKind) {
        switch kind {
        case .object(let fields): check(fields)
        case .list(let kind, _): check(kind)
        case .code(let list): check(list)
        case .codeBy(_, let lists): lists.values.forEach(check)
        default: break
        }
    }

    private func check(_ list: CodeList) {
        #expect(Set(list.codes.map(\.code)).count == list.codes.count, "\(list.name)")
        for code in list.codes {
            check(code.label)
            #expect(code.code.utf8.allSatisfy { $0 < 0x80 })
        }
    }

    private func check(_ label: BilingualText) {
        #expect(!label.english.isEmpty && !label.spanish.isEmpty)
    }

    private func checkASCII(_ fields: FieldSet) {
        for field in fields.fields {
            #expect(field.name.utf8.allSatisfy { $0 < 0x80 })
            if case .object(let inner) = field.kind { checkASCII(inner) }
        }
    }
}
