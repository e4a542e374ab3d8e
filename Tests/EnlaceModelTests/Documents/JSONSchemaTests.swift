import Foundation
import Testing

@testable import EnlaceModel

/// With `ENLACE_WRITE_SCHEMAS=1` in the environment the published files are written instead of
/// compared.
@Suite("JSONSchema")
struct JSONSchemaTests {
    private static let isWriting =
        ProcessInfo.processInfo.environment["ENLACE_WRITE_SCHEMAS"] == "1"

    @Test(
        "the published files are those that the schemas generate",
        arguments: 0..<DocumentSchemas.all.count)
    func published(index: Int) throws {
        let schema = DocumentSchemas.all[index]
        let version = schema.version
        let name = "\(version.type.code.lowercased())-\(version.major).\(version.minor)"
        try compare(JSONSchema.signed(schema), "\(name).schema.json")
        try compare(JSONSchema.draft(schema), "\(name).draft.schema.json")
    }

    @Test("a refused field is allowed by no value")
    func refused() {
        for schema in DocumentSchemas.all {
            #expect(JSONSchema.draft(schema)["properties"]?["attachments"] == false)
        }
    }

    @Test("every code list that is referred to is defined")
    func definitions() throws {
        for schema in DocumentSchemas.all {
            for value in [JSONSchema.signed(schema), JSONSchema.draft(schema)] {
                let defined = Set(value["$defs"]?.objectValue?.names ?? [])
                #expect(references(value) == defined)
                #expect(!defined.isEmpty)
            }
        }
    }

    private func references(_ value: JSONValue) -> Set<String> {
        switch value {
        case .object(let object):
            let own = object["$ref"]?.stringValue.map { String($0.dropFirst("#/$defs/".count)) }
            return object.members.reduce(Set([own].compactMap { $0 })) { all, member in
                all.union(references(member.value))
            }
        case .array(let items): return items.reduce([]) { $0.union(references($1)) }
        default: return []
        }
    }

    private func compare(_ schema: JSONValue, _ name: String) throws {
        let file = Samples.root.appending(path: "Config/schemas/\(name)")
        if Self.isWriting {
            try Data(schema.indented.utf8).write(to: file)
        } else {
            #expect(try Data(contentsOf: file) == Data(schema.indented.utf8), "\(name)")
        }
    }
}
