/// A closed list of codes with a label in both languages for each.
package struct CodeList: Sendable {
    package struct Code: Sendable {
        package let code: String
        package let label: BilingualText

        package init(_ code: String, _ english: String, _ spanish: String) {
            self.code = code
            label = BilingualText(english, spanish)
        }
    }

    /// The name by which the published schemas refer to the list, such as `CL-TYPE`.
    package let name: String
    package let codes: [Code]
    private let positions: [String: Int]

    package init(_ name: String, _ codes: [Code]) {
        self.name = name
        self.codes = codes
        positions = Dictionary(
            codes.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// A list of the cases of a closed set of this module.
    package init<Value: Labelled & CaseIterable & RawRepresentable<String>>(
        _ name: String, _ type: Value.Type
    ) {
        self.init(
            name,
            Value.allCases.map { value in
                Code(value.rawValue, value.label.english, value.label.spanish)
            })
    }

    package func contains(_ code: String) -> Bool { label(of: code) != nil }

    /// The label of a code; `nil` when the list does not have exactly these bytes.
    package func label(of code: String) -> BilingualText? {
        guard let position = positions[code], codes[position].code.hasExactBytes(of: code) else {
            return nil
        }
        return codes[position].label
    }
}

extension String {
    /// Byte equality with a text that is already equal in Swift's sense, where this one is ASCII:
    /// a canonical equivalent of an ASCII text always has more bytes.
    func hasExactBytes(of other: String) -> Bool { utf8.count == other.utf8.count }
}
