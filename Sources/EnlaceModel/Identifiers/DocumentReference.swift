/// The number people say on the telephone: `<NODE>/<YYYY>/<6 digits>`, reserved at the own node
/// before signing; gaps are allowed.
package struct DocumentReference: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The largest serial number of one year.
    package static let serialMax = 999_999

    package let node: NodeID
    package let year: Int
    package let serial: Int

    package init(node: NodeID, year: Int, serial: Int) throws(ModelError) {
        guard (2000...9999).contains(year), (1...Self.serialMax).contains(serial) else {
            throw ModelError(.referenceMalformed, object: "\(node.text)/\(year)/\(serial)")
        }
        self.node = node
        self.year = year
        self.serial = serial
    }

    package init(_ text: String) throws(ModelError) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[1].count == 4, parts[2].count == 6,
            parts[1].utf8.allSatisfy(isDigit), parts[2].utf8.allSatisfy(isDigit),
            let year = Int(parts[1]), let serial = Int(parts[2])
        else { throw ModelError(.referenceMalformed, object: VisibleText.make(text)) }
        try self.init(node: NodeID(String(parts[0])), year: year, serial: serial)
    }

    package var text: String {
        let digits = String(serial)
        return "\(node.text)/\(year)/\(String(repeating: "0", count: 6 - digits.count))\(digits)"
    }

    package var description: String { text }

    package static func < (left: DocumentReference, right: DocumentReference) -> Bool {
        left.text < right.text
    }
}
