import EnlaceModel

/// The file of the lock record: `enlace-lock/1`, one line `<origin> <size> <base64 root>` per log in
/// ascending order of origins, and `sum <SHA-256 of all lines before, hex>`. Each line ends in a
/// newline; anything else is refused.
extension LockRecord {
    private static let header = "enlace-lock/1"
    /// The most bytes of the file.
    package static let bytesMax = 4 << 20

    package func encoded(hasher: TreeHasher) -> [UInt8] {
        let lines = heads.sorted { $0.key.text < $1.key.text }.map { origin, head in
            "\(origin.text) \(head.size) \(Base64.encode(head.root.bytes))\n"
        }
        let body = "\(Self.header)\n\(lines.joined())"
        return Array("\(body)sum \(hasher.sha256(Array(body.utf8)).hex)\n".utf8)
    }

    /// Refuses with `LOG_LOCK_MISMATCH` whatever `encoded` does not give.
    package init(_ bytes: [UInt8], hasher: TreeHasher) throws(LogError) {
        guard bytes.count <= Self.bytesMax else { throw Self.malformed }
        var heads: [LogOrigin: TreeHead] = [:]
        let lines = bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
        for line in lines.dropFirst().dropLast() {
            let (origin, head) = try Self.line(line)
            heads[origin] = head
        }
        self.init(heads: heads)
        guard encoded(hasher: hasher) == bytes else { throw Self.malformed }
    }

    private static func line(_ text: String) throws(LogError) -> (LogOrigin, TreeHead) {
        let items = text.split(separator: " ", omittingEmptySubsequences: false)
        guard items.count == 3, let origin = try? LogOrigin(String(items[0])),
            let size = DecimalNumber.parse(items[1].utf8),
            let bytes = try? Base64.decode(items[2]), let root = try? SHA256Digest(bytes: bytes)
        else { throw malformed }
        return (origin, TreeHead(size: size, root: root))
    }

    private static var malformed: LogError {
        LogError(.logLockMismatch, object: "lock record", context: ["reason": "format"])
    }
}
