package import EnlaceModel

/// The text of a checkpoint (C2SP tlog-checkpoint v1.0.0): origin, size, root, each on a line.
///
/// Extension lines are refused. The specification allows and does not recommend them; no log of
/// this product has any, and implementations disagree on whether cosignatures cover them.
package struct Checkpoint: Sendable, Hashable {
    /// The largest size: what fits a signed 64-bit integer, as in the stores of other tools.
    package static let sizeMax = UInt64(Int64.max)

    package let origin: String
    package let head: TreeHead

    package var size: UInt64 { head.size }
    package var root: SHA256Digest { head.root }

    package init(origin: LogOrigin, head: TreeHead) {
        self.origin = origin.text
        self.head = head
    }

    /// Reads the text with its final newline.
    package init(text: String) throws(LogError) {
        let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
        guard lines.count == 4, lines[3].isEmpty, !lines[0].isEmpty,
            let origin = String(lines[0]), let size = DecimalNumber.parse(lines[1]),
            size <= Self.sizeMax, let rootText = String(lines[2]),
            let bytes = try? Base64.decode(rootText), let root = try? SHA256Digest(bytes: bytes)
        else { throw LogError(.noteMalformed, object: "checkpoint") }
        self.origin = origin
        self.head = TreeHead(size: size, root: root)
    }

    package var text: String {
        "\(origin)\n\(size)\n\(Base64.encode(root.bytes))\n"
    }

    /// Whether this is of the log with that origin, byte for byte.
    package func isOf(_ origin: LogOrigin) -> Bool {
        NoteKeyName.areSame(self.origin, origin.text)
    }
}
