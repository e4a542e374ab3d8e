/// One field of a document: its name in JSON, its label and what its value may be.
package struct FieldSpec: Sendable {
    package let name: String
    package let label: BilingualText
    package let kind: FieldKind
    package let isRequired: Bool

    package init(
        _ name: String, _ english: String, _ spanish: String, _ kind: FieldKind,
        isRequired: Bool = false
    ) {
        self.name = name
        label = BilingualText(english, spanish)
        self.kind = kind
        self.isRequired = isRequired
    }

    /// A field that must be there.
    package static func required(
        _ name: String, _ english: String, _ spanish: String, _ kind: FieldKind
    ) -> FieldSpec {
        FieldSpec(name, english, spanish, kind, isRequired: true)
    }
}

/// The fields of one object, in the order in which people read them.
package struct FieldSet: Sendable {
    package let fields: [FieldSpec]
    private let positions: [String: Int]

    package init(_ fields: [FieldSpec]) {
        self.fields = fields
        positions = Dictionary(
            fields.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Where a field stands; `nil` unless a field has exactly these bytes as its name.
    func position(of name: String) -> Int? {
        guard let position = positions[name], fields[position].name.hasExactBytes(of: name) else {
            return nil
        }
        return position
    }

    package subscript(name: String) -> FieldSpec? { position(of: name).map { fields[$0] } }
}
