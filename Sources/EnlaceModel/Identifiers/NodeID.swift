/// The name of one agency's node: `CC-ORG[-UNIT][-SITE]`, such as `US-DHS-HSI-NYC`.
///
/// Two to six parts of `A-Z` and `0-9` joined by hyphens, the first part two letters, at most
/// 64 characters in all.
package struct NodeID: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The most characters a node's name may have.
    package static let charactersMax = 64

    package let text: String

    package init(_ text: String) throws(ModelError) {
        guard Self.isWellFormed(text) else {
            throw ModelError(.nodeIDMalformed, object: VisibleText.make(text))
        }
        self.text = text
    }

    /// The two letters of the country, such as `US` or `MX`.
    package var country: String { String(text.prefix(2)) }

    package var description: String { text }

    package static func < (left: NodeID, right: NodeID) -> Bool { left.text < right.text }

    private static func isWellFormed(_ text: String) -> Bool {
        guard text.utf8.count <= charactersMax else { return false }
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard (2...6).contains(parts.count), parts[0].count == 2 else { return false }
        return parts[0].allSatisfy(isUpperLetter)
            && parts.dropFirst().allSatisfy { part in
                !part.isEmpty && part.allSatisfy { isUpperLetter($0) || isDigit($0) }
            }
    }
}

func isUpperLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }

func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
