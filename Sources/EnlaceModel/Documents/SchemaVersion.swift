/// The schema a document follows: `TYPE/major.minor`, such as `LEAD/1.0`.
package struct SchemaVersion: Hashable, Sendable, CustomStringConvertible {
    package let type: DocumentType
    package let major: Int
    package let minor: Int

    package init(type: DocumentType, major: Int, minor: Int) {
        self.type = type
        self.major = major
        self.minor = minor
    }

    package init(_ text: String) throws(ModelError) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        let numbers = parts.last?.split(separator: ".", omittingEmptySubsequences: false) ?? []
        guard parts.count == 2, numbers.count == 2,
            numbers.allSatisfy({ (1...4).contains($0.utf8.count) && $0.utf8.allSatisfy(isDigit) }),
            let major = Int(numbers[0]), let minor = Int(numbers[1]),
            "\(major).\(minor)" == parts[1]
        else { throw ModelError(.schemaUnknown, object: VisibleText.make(text)) }
        self.init(type: try DocumentType(String(parts[0])), major: major, minor: minor)
    }

    package var text: String { "\(type.code)/\(major).\(minor)" }

    package var description: String { text }
}
