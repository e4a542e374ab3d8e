/// Writes the binary formats of this product: big-endian integers, fixed byte runs, and ASCII
/// strings and byte runs with a `u16` or `u32` length before them.
package struct ByteWriter: Sendable {
    package private(set) var bytes: [UInt8] = []

    package init() {}

    package mutating func integer(_ value: some FixedWidthInteger & UnsignedInteger) {
        for shift in stride(from: value.bitWidth - 8, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: value >> shift))
        }
    }

    package mutating func fixed(_ run: some Sequence<UInt8>) {
        bytes.append(contentsOf: run)
    }

    /// A string of at most 65,535 ASCII characters, its length as `u16` before it.
    package mutating func string(_ text: String) {
        integer(UInt16(text.utf8.count))
        bytes.append(contentsOf: text.utf8)
    }
}
