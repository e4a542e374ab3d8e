/// The published form of a document schema: JSON Schema, draft 2020-12.
///
/// It says what the field tree says and the conditions between fields. It is not the judge: sizes
/// count bytes here and characters there, and some rules (officers of every recipient, own node
/// among the recipients) cannot be said in it. `x-title-es` and `x-labels` carry the Spanish labels.
package enum JSONSchema {
    private static let dialect: JSONValue = "https://json-schema.org/draft/2020-12/schema"

    /// The schema of a signed document: `{"header": …, "body": …}`.
    package static func signed(_ schema: DocumentSchema) -> JSONValue {
        let conditions = ConditionalField.all.map { condition in
            rule(
                when: nested("header", member(condition.headerField, condition.value)),
                then: nested("body", required([condition.requiredField])))
        }
        return document(schema, schema.signed, form: "signed", conditions)
    }

    /// The schema of a draft, as officers write it.
    package static func draft(_ schema: DocumentSchema) -> JSONValue {
        let conditions = ConditionalField.all.map { condition in
            rule(
                when: member(condition.headerField, condition.value),
                then: required([condition.requiredField]))
        }
        let type = member("type", schema.version.type.code)
        return document(schema, schema.draft, form: "draft", conditions + [type])
    }

    private static func document(
        _ schema: DocumentSchema, _ fields: FieldSet, form: String, _ conditions: [JSONValue]
    ) -> JSONValue {
        var definitions = JSONSchemaDefinitions()
        let object = definitions.schema(of: fields)
        var json = JSONObject()
        json["$schema"] = dialect
        json["$id"] = .string("urn:enlace:schema:\(schema.version.text):\(form)")
        json["title"] = .string(schema.label.english)
        json["x-title-es"] = .string(schema.label.spanish)
        for member in object.members { json[member.name] = member.value }
        json["allOf"] = .array(conditions)
        json["$defs"] = .object(definitions.sorted)
        return .object(json)
    }

    private static func rule(when condition: JSONValue, then consequence: JSONValue) -> JSONValue {
        ["if": condition, "then": consequence]
    }

    private static func member(_ name: String, _ value: String) -> JSONValue {
        [
            "properties": .object(
                JSONObject([.init(name: name, value: ["const": .string(value)])])),
            "required": [.string(name)],
        ]
    }

    private static func nested(_ name: String, _ schema: JSONValue) -> JSONValue {
        ["properties": .object(JSONObject([.init(name: name, value: schema)]))]
    }

    private static func required(_ names: [String]) -> JSONValue {
        ["required": .array(names.map { .string($0) })]
    }
}

/// Writes field trees as schemas and gathers the code lists that they refer to.
private struct JSONSchemaDefinitions {
    private var codeLists: [String: CodeList] = [:]

    var sorted: JSONObject {
        JSONObject(
            codeLists.sorted { $0.key < $1.key }.map { name, list in
                .init(name: name, value: Self.schema(of: list))
            })
    }

    mutating func schema(of fields: FieldSet) -> JSONObject {
        var properties = JSONObject()
        for field in fields.fields {
            var schema = schema(of: field.kind)
            if case .object(var object) = schema {
                object["title"] = .string(field.label.english)
                object["x-title-es"] = .string(field.label.spanish)
                schema = .object(object)
            }
            properties[field.name] = schema
        }
        var json = JSONObject()
        json["type"] = "object"
        json["properties"] = .object(properties)
        let names = fields.fields.filter(\.isRequired).map(\.name)
        json["required"] = .array(names.map { .string($0) })
        json["additionalProperties"] = false
        return json
    }

    private mutating func schema(of kind: FieldKind) -> JSONValue {
        switch kind {
        case .object(let fields): .object(schema(of: fields))
        case .list(let item, let count):
            [
                "type": "array", "items": schema(of: item),
                "minItems": .integer(Int64(count.lowerBound)),
                "maxItems": .integer(Int64(count.upperBound)),
                "uniqueItems": .bool(item.isUniqueInList),
            ]
        case .code(let list): reference(to: list)
        case .codeBy(_, let lists):
            ["anyOf": .array(lists.sorted { $0.key < $1.key }.map { reference(to: $0.value) })]
        case .flag: ["type": "boolean"]
        case .integer(let range):
            [
                "type": "integer", "minimum": .integer(range.lowerBound),
                "maximum": .integer(range.upperBound),
            ]
        case .constant(let text): ["const": .string(text)]
        case .refused: false
        default: Self.text(kind)
        }
    }

    private mutating func reference(to list: CodeList) -> JSONValue {
        codeLists[list.name] = list
        return ["$ref": .string("#/$defs/\(list.name)")]
    }

    private static func text(_ kind: FieldKind) -> JSONValue {
        [
            "type": "string", "minLength": 1, "maxLength": .integer(Int64(kind.bytesMax)),
            "pattern": .string(kind.regularExpression),
        ]
    }

    private static func schema(of list: CodeList) -> JSONValue {
        let labels = list.codes.map { code in
            JSONObject.Member(
                name: code.code,
                value: ["en": .string(code.label.english), "es": .string(code.label.spanish)])
        }
        return [
            "enum": .array(list.codes.map { .string($0.code) }),
            "x-labels": .object(JSONObject(labels)),
        ]
    }
}

extension FieldKind {
    private static let controls =
        #"\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069"#
    private static let nodePattern = "[A-Z]{2}(-[A-Z0-9]+){1,5}"

    /// The form of a text as an anchored regular expression (ECMA 262).
    fileprivate var regularExpression: String {
        switch self {
        case .text: #"^[^\u0000-\u0008\u000B-\u001F"# + Self.controls + "]*$"
        case .handling:
            #"^(H0|H1|H2|H3: [^\u0000-\u001F"# + Self.controls + "]+)$"
        case .pattern(let pattern): pattern.regularExpression
        case .officerName: TextPattern.officerName.regularExpression
        case .date: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
        case .moment:
            #"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,3})?Z$"#
        case .node: "^\(Self.nodePattern)$"
        case .officer: "^\(Self.nodePattern)/[a-z0-9-]{1,32}$"
        case .reference: "^\(Self.nodePattern)/[0-9]{4}/[0-9]{6}$"
        case .messageID: "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"
        case .digest: "^[0-9a-f]{64}$"
        case .schemaVersion: #"^[A-Z]{2,8}/[0-9]+\.[0-9]+$"#
        default: #"^[^\u0000-\u001F"# + Self.controls + "]*$"
        }
    }
}
