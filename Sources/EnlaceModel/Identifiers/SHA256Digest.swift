/// A SHA-256 digest: 32 bytes, shown as 64 lower-case hexadecimal digits.
package struct SHA256Digest: Hashable, Sendable, CustomStringConvertible {
    /// How many bytes a digest has.
    package static let byteCount = 32

    package let bytes: [UInt8]

    package init(bytes: some Collection<UInt8>) throws(ModelError) {
        guard bytes.count == Self.byteCount else {
            throw ModelError(.digestMalformed, object: "\(bytes.count) bytes")
        }
        self.bytes = Array(bytes)
    }

    /// Reads 64 lower-case hexadecimal digits.
    package init(hex: String) throws(ModelError) {
        guard let bytes = Hex.decode(hex.utf8), Hex.encode(bytes) == hex else {
            throw ModelError(.digestMalformed, object: VisibleText.make(hex))
        }
        try self.init(bytes: bytes)
    }

    package var hex: String { Hex.encode(bytes) }

    package var description: String { hex }
}
