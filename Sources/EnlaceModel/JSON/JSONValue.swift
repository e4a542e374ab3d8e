/// A JSON value (RFC 8259) as this product allows it: whole numbers only, members in the order in
/// which they were written.
///
/// Strings compare by their bytes, not by canonical equivalence as Swift's do, so that two texts are
/// equal only when a hash over them would be.
package enum JSONValue: Sendable {
    case null
    case bool(Bool)
    /// Within ±2^53 when it comes from the parser.
    case integer(Int64)
    case string(String)
    case array([JSONValue])
    case object(JSONObject)

    package var stringValue: String? {
        if case .string(let text) = self { text } else { nil }
    }

    package var integerValue: Int64? {
        if case .integer(let number) = self { number } else { nil }
    }

    package var boolValue: Bool? {
        if case .bool(let flag) = self { flag } else { nil }
    }

    package var arrayValue: [JSONValue]? {
        if case .array(let items) = self { items } else { nil }
    }

    package var objectValue: JSONObject? {
        if case .object(let object) = self { object } else { nil }
    }

    /// The member of an object; `nil` when this is no object or has no such member.
    package subscript(name: String) -> JSONValue? { objectValue?[name] }
}

extension JSONValue: Equatable {
    package static func == (left: JSONValue, right: JSONValue) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.bool(let left), .bool(let right)): left == right
        case (.integer(let left), .integer(let right)): left == right
        case (.string(let left), .string(let right)): haveSameBytes(left, right)
        case (.array(let left), .array(let right)): left == right
        case (.object(let left), .object(let right)): left == right
        default: false
        }
    }
}

extension JSONValue: ExpressibleByBooleanLiteral,
    ExpressibleByIntegerLiteral, ExpressibleByStringLiteral, ExpressibleByArrayLiteral,
    ExpressibleByDictionaryLiteral
{
    package init(booleanLiteral value: Bool) { self = .bool(value) }

    package init(integerLiteral value: Int64) { self = .integer(value) }

    package init(stringLiteral value: String) { self = .string(value) }

    package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }

    package init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(JSONObject(elements.map { JSONObject.Member(name: $0.0, value: $0.1) }))
    }
}

/// Equality by bytes; Swift's `==` takes a Kelvin sign for a K.
func haveSameBytes(_ left: String, _ right: String) -> Bool {
    // Count and `==` are quick and almost always decide; only equals are compared byte by byte.
    left.utf8.count == right.utf8.count && left == right
        && left.utf8.elementsEqual(right.utf8)
}
