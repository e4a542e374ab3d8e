package import EnlaceModel

/// What a log asks of a witness (C2SP tlog-witness, "add-checkpoint"): the size it believes the
/// witness has, a consistency proof from there, and its signed checkpoint. Nothing is verified.
///
/// `old <decimal>`, up to 63 lines of base64 hashes, an empty line, the signed checkpoint.
package struct WitnessRequest: Sendable, Equatable {
    package let oldSize: UInt64
    package let hashes: [SHA256Digest]
    /// The bytes of the signed checkpoint; its lines are judged with the signature.
    package let note: [UInt8]
    let checkpoint: Checkpoint

    package init(
        oldSize: UInt64, hashes: [SHA256Digest], note: [UInt8]
    ) throws(LogError) {
        guard hashes.count <= ConsistencyProof.hashesMax else { throw Self.malformed }
        self.oldSize = oldSize
        self.hashes = hashes
        self.note = note
        checkpoint = try Checkpoint(text: SignedNote.text(of: note))
    }

    /// Refuses with `LOG_BAD_REQUEST` or `NOTE_MALFORMED`.
    package init(_ bytes: [UInt8]) throws(LogError) {
        let split = bytes.indices.dropLast().first { bytes[$0] == 0x0A && bytes[$0 + 1] == 0x0A }
        guard let split else { throw Self.malformed }
        let lines = bytes[..<split].split(separator: 0x0A, omittingEmptySubsequences: false)
        guard let first = lines.first, first.starts(with: "old ".utf8),
            let oldSize = DecimalNumber.parse(first.dropFirst(4))
        else { throw Self.malformed }
        var hashes: [SHA256Digest] = []
        for line in lines.dropFirst() {
            guard let bytes = try? Base64.decode(String(decoding: line, as: UTF8.self)),
                let hash = try? SHA256Digest(bytes: bytes)
            else { throw Self.malformed }
            hashes.append(hash)
        }
        try self.init(
            oldSize: oldSize, hashes: hashes, note: Array(bytes[(split + 2)...]))
    }

    package var encoded: [UInt8] {
        let lines = hashes.map { Base64.encode($0.bytes) + "\n" }.joined()
        return Array("old \(oldSize)\n\(lines)\n".utf8) + note
    }

    private static var malformed: LogError { LogError(.logBadRequest, object: "witness request") }
}
