/// A person at exactly one node, by an opaque name that says nothing about them: `NODE/opaque`.
///
/// The opaque part has 1 to 32 characters of `a-z`, `0-9` and hyphen. The certificate carries it as
/// the SAN URI `enlace:officer:<node>/<opaque>`.
package struct OfficerID: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The most characters the opaque part may have.
    package static let opaqueCharactersMax = 32

    package let node: NodeID
    package let opaque: String

    package init(node: NodeID, opaque: String) throws(ModelError) {
        let isWellFormed =
            (1...Self.opaqueCharactersMax).contains(opaque.utf8.count)
            && opaque.utf8.allSatisfy { byte in
                isDigit(byte) || byte == UInt8(ascii: "-")
                    || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
            }
        guard isWellFormed else {
            throw ModelError(.officerIDMalformed, object: VisibleText.make(opaque))
        }
        self.node = node
        self.opaque = opaque
    }

    /// Reads `NODE/opaque`.
    package init(_ text: String) throws(ModelError) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2 else {
            throw ModelError(.officerIDMalformed, object: VisibleText.make(text))
        }
        try self.init(node: NodeID(String(parts[0])), opaque: String(parts[1]))
    }

    package var text: String { "\(node.text)/\(opaque)" }

    package var description: String { text }

    package static func < (left: OfficerID, right: OfficerID) -> Bool { left.text < right.text }
}
