import Testing

@testable import EnlaceModel

@Suite("DocumentRendering")
struct DocumentRenderingTests {
    typealias Line = DocumentRendering.Line

    private func rendering(_ name: String, _ language: Language) throws -> DocumentRendering {
        let document = try UncheckedDocument(Samples.completed(name).bytes).check(.receiver)
        return DocumentRendering(document, language: language)
    }

    @Test("labels and codes are in the reader's language, codes beside their labels")
    func languages() throws {
        let english = try rendering("us-dhs-hsi-nyc-2025-000417", .english)
        #expect(english.header.contains(Line(label: "Urgency", value: "Urgent (URGENT)", depth: 0)))
        #expect(english.header.contains(Line(label: "TLP", value: "TLP:AMBER+STRICT", depth: 0)))
        let spanish = try rendering("us-dhs-hsi-nyc-2025-000417", .spanish)
        #expect(
            spanish.body.contains(
                Line(
                    label: "Tipo de pista",
                    value: "Trata con fines de explotación sexual (SEX_TRAFFICKING)", depth: 0)))
        #expect(
            spanish.body.contains(
                Line(label: "Fiabilidad", value: "Generalmente confiable (B)", depth: 1)))
        #expect(
            spanish.body.contains(Line(label: "Obtenida lícitamente", value: "sí", depth: 1)))
    }

    @Test("items of a list are numbered, and their fields stand one deeper")
    func nesting() throws {
        let lines = try rendering("us-dhs-hsi-nyc-2025-000417", .english).body
        let start = try #require(
            lines.firstIndex(of: Line(label: "Persons 1", value: "", depth: 0)))
        #expect(lines[start + 1] == Line(label: "Token", value: "S1", depth: 1))
        #expect(lines.contains(Line(label: "Aliases", value: "El Güero Tapia", depth: 1)))
        #expect(lines.contains(Line(label: "Persons 2", value: "", depth: 0)))
    }

    @Test("every value of the document is shown", arguments: Samples.names)
    func complete(name: String) throws {
        let shown = try rendering(name, .english).lines.map(\.value).joined(separator: "\n")
        func check(_ value: JSONValue) {
            switch value {
            case .string(let text): #expect(shown.contains(text), "\(text)")
            case .array(let items): items.forEach(check)
            case .object(let object): object.members.forEach { check($0.value) }
            default: break
            }
        }
        check(try JSONParser.parse(Samples.completed(name).bytes))
    }

    @Test("an empty list is shown as such")
    func emptyList() throws {
        let lines = try rendering("us-fbi-cetf-mia-2025-000066", .english).body
        #expect(lines.contains(Line(label: "Means", value: "–", depth: 0)))
    }

    @Test("raw names and values from outside are made visible")
    func visible() throws {
        let json = try JSONParser.parse(Samples.completed("us-dhs-hsi-nyc-2025-000417").bytes)
        var object = try #require(json.objectValue)
        var header = try #require(object["header"]?.objectValue)
        var body = try #require(object["body"]?.objectValue)
        header["schema"] = "LEAD/1.1"
        body["x\u{202E}"] = "a\u{1B}[2J\nb"
        object["header"] = .object(header)
        object["body"] = .object(body)
        let document = try UncheckedDocument(JSONValue.object(object).encoded).check(.receiver)
        let line = try #require(DocumentRendering(document, language: .english).body.last)
        #expect(line.label == "x⟨U+202E⟩" && line.value == "a⟨U+001B⟩[2J⟨U+000A⟩b")
    }
}
