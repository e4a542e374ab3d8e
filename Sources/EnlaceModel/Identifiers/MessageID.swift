/// The identifier of one document for life: 16 bytes, a UUID (RFC 9562) in lower-case text.
///
/// A thread is named by the identifier of its first document.
package struct MessageID: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// How many bytes an identifier has.
    package static let byteCount = 16

    /// The 16 bytes in network order.
    package let bytes: [UInt8]

    package init(bytes: some Collection<UInt8>) throws(ModelError) {
        guard bytes.count == Self.byteCount else {
            throw ModelError(.messageIDMalformed, object: "\(bytes.count) bytes")
        }
        self.bytes = Array(bytes)
    }

    /// Makes a random identifier (UUID version 4, RFC 9562 section 5.4).
    package init(random source: some RandomSource) {
        var bytes = source.bytes(Self.byteCount)
        bytes[6] = (bytes[6] & 0x0F) | 0x40
        bytes[8] = (bytes[8] & 0x3F) | 0x80
        self.bytes = bytes
    }

    /// Reads the canonical text only: 36 characters, lower case.
    package init(_ text: String) throws(ModelError) {
        let hex = text.utf8.filter { $0 != UInt8(ascii: "-") }
        guard let bytes = Hex.decode(hex), bytes.count == Self.byteCount else {
            throw ModelError(.messageIDMalformed, object: VisibleText.make(text))
        }
        self.bytes = bytes
        guard self.text == text else {
            throw ModelError(.messageIDMalformed, object: VisibleText.make(text))
        }
    }

    package var text: String {
        let hex = Array(Hex.encode(bytes))
        let groups = [hex[0..<8], hex[8..<12], hex[12..<16], hex[16..<20], hex[20..<32]]
        return groups.map { String($0) }.joined(separator: "-")
    }

    package var description: String { text }

    package static func < (left: MessageID, right: MessageID) -> Bool {
        left.bytes.lexicographicallyPrecedes(right.bytes)
    }
}
