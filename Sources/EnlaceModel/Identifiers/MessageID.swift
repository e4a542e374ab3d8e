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
        guard let bytes = Hex.decode(text.utf8.filter { $0 != Self.hyphen }),
            bytes.count == Self.byteCount
        else { throw ModelError(.messageIDMalformed, object: VisibleText.make(text)) }
        self.bytes = bytes
        guard self.text.utf8.elementsEqual(text.utf8) else {
            throw ModelError(.messageIDMalformed, object: VisibleText.make(text))
        }
    }

    package var text: String {
        var characters: [UInt8] = []
        characters.reserveCapacity(36)
        for (index, byte) in bytes.enumerated() {
            if [4, 6, 8, 10].contains(index) { characters.append(Self.hyphen) }
            characters.append(Hex.digits[Int(byte >> 4)])
            characters.append(Hex.digits[Int(byte & 0x0F)])
        }
        return String(decoding: characters, as: UTF8.self)
    }

    private static let hyphen = UInt8(ascii: "-")

    package var description: String { text }

    package static func < (left: MessageID, right: MessageID) -> Bool {
        left.bytes.lexicographicallyPrecedes(right.bytes)
    }
}
