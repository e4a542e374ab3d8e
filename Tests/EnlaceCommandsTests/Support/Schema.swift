import EnlaceModel
import Foundation

/// A published schema of the `--json` contract, and whether an output keeps to it.
///
/// Knows the keywords that those schemas use, and refuses others, so that none is passed over.
struct Schema {
    private static let known: Set<String> = [
        "$schema", "$id", "title", "description", "type", "properties", "required",
        "additionalProperties", "items", "enum", "const", "pattern", "anyOf",
    ]

    private let root: JSONValue

    init(_ name: String) throws {
        let file = Client.root.appending(path: "Config/schemas/output/\(name).schema.json")
        root = try JSONParser.parse([UInt8](Data(contentsOf: file)))
    }

    /// What is wrong, each with its place; empty when the text keeps to the schema.
    func findings(_ text: String) -> [String] {
        guard let value = try? JSONParser.parse(Array(text.utf8)) else {
            return ["no JSON: \(text)"]
        }
        return findings(value)
    }

    func findings(_ value: JSONValue) -> [String] { Self.check(value, root, "") }

    private static func check(_ value: JSONValue, _ schema: JSONValue, _ place: String) -> [String]
    {
        let unknown = (schema.objectValue?.names ?? []).filter { !known.contains($0) }
        guard unknown.isEmpty else { return ["\(place): unknown keyword \(unknown)"] }
        if let options = schema["anyOf"]?.arrayValue {
            let all = options.map { check(value, $0, place) }
            return all.contains { $0.isEmpty } ? [] : ["\(place): no option: \(all)"]
        }
        if let constant = schema["const"], constant != value {
            return ["\(place): not \(constant)"]
        }
        if let types = types(schema), !types.contains(type(value)) {
            return ["\(place): \(type(value)) instead of \(types)"]
        }
        if let list = schema["enum"]?.arrayValue, !list.contains(value), value != .null {
            return ["\(place): \(value) is none of \(list)"]
        }
        if let pattern = schema["pattern"]?.stringValue, let text = value.stringValue,
            text.range(of: pattern, options: .regularExpression) == nil
        {
            return ["\(place): \(text) is not like \(pattern)"]
        }
        return members(value, schema, place) + items(value, schema, place)
    }

    private static func items(_ value: JSONValue, _ schema: JSONValue, _ place: String) -> [String]
    {
        guard let items = schema["items"], let list = value.arrayValue else { return [] }
        return list.enumerated().flatMap { check($1, items, "\(place)/\($0)") }
    }

    private static func members(
        _ value: JSONValue, _ schema: JSONValue, _ place: String
    ) -> [String] {
        guard let object = value.objectValue else { return [] }
        var findings = (schema["required"]?.arrayValue ?? []).compactMap(\.stringValue)
            .filter { object[$0] == nil }.map { "\(place)/\($0): missing" }
        for member in object.members {
            let place = "\(place)/\(member.name)"
            if let inner = schema["properties"]?[member.name] {
                findings += check(member.value, inner, place)
            } else if let rest = schema["additionalProperties"] {
                findings +=
                    rest == .bool(false) ? ["\(place): unknown"] : check(member.value, rest, place)
            }
        }
        return findings
    }

    private static func types(_ schema: JSONValue) -> [String]? {
        schema["type"].map { $0.arrayValue?.compactMap(\.stringValue) ?? [$0.stringValue ?? "?"] }
    }

    private static func type(_ value: JSONValue) -> String {
        if value == .null { return "null" }
        if value.stringValue != nil { return "string" }
        if value.integerValue != nil { return "integer" }
        if value.boolValue != nil { return "boolean" }
        return value.arrayValue == nil ? "object" : "array"
    }
}
