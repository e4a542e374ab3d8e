/// Reads what `ByteWriter` writes, refusing everything that is short, long or not ASCII.
package struct ByteReader: Sendable {
    private let bytes: ArraySlice<UInt8>
    private var position: Int

    package init(_ bytes: some Collection<UInt8>) {
        self.bytes = ArraySlice(bytes)
        self.position = self.bytes.startIndex
    }

    /// How many bytes are still unread.
    package var remaining: Int { bytes.endIndex - position }

    package mutating func integer<Value: FixedWidthInteger & UnsignedInteger>(
        _ type: Value.Type = Value.self
    ) throws(ModelError) -> Value {
        var value: Value = 0
        for byte in try fixed(Value.bitWidth / 8) {
            value = Value.bitWidth > 8 ? value << 8 | Value(byte) : Value(byte)
        }
        return value
    }

    package mutating func fixed(_ count: Int) throws(ModelError) -> ArraySlice<UInt8> {
        guard count >= 0, count <= remaining else {
            throw ModelError(
                .bytesTruncated, object: "\(remaining) bytes", context: ["expected": "\(count)"])
        }
        defer { position += count }
        return bytes[position..<(position + count)]
    }

    /// A `u16` length and that many ASCII characters.
    package mutating func string() throws(ModelError) -> String {
        let run = try fixed(Int(integer(UInt16.self)))
        guard run.allSatisfy({ (0x20...0x7E).contains($0) }) else {
            throw ModelError(.bytesMalformed, object: "string", context: ["expected": "ASCII"])
        }
        return String(decoding: run, as: UTF8.self)
    }

    /// Refuses trailing bytes.
    package func end() throws(ModelError) {
        guard remaining == 0 else {
            throw ModelError(.bytesTrailing, object: "\(remaining) bytes")
        }
    }
}
