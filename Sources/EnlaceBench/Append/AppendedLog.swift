import EnlaceCrypto
import EnlaceLog
import EnlaceModel

/// A channel log that is made again from its indices instead of being kept.
struct AppendedLog {
    /// As many as a full batch has.
    private static let batchEntries = 256

    private let origin: LogOrigin
    private let signer: NoteSigner
    private let primitives: LogPrimitives
    private let digest: SHA256Digest
    private let message: MessageID
    private var edge = TreeEdge()
    private(set) var entryBytes = 0

    init() throws {
        origin = try LogOrigin("enlace-exercise/US-BENCH/MX-BENCH/1")
        primitives = LogPrimitives(
            sha256: { SHA256.digest($0) },
            verifyEd25519: { Ed25519.isValid(signature: $0, message: $1, publicKey: $2) })
        let key = try PrivateKey.generate(.ed25519)
        signer = try NoteSigner(
            name: origin.text, publicKey: Ed25519.publicKey(of: key), hasher: primitives.hasher,
            sign: { try Ed25519.sign($0, with: key) })
        digest = SHA256.digest([1])
        message = MessageID(random: SystemRandom())
    }

    mutating func append(_ count: Int) throws {
        let hasher = primitives.hasher
        for index in 0..<UInt64(count) {
            let bytes = entry(index).encoded
            edge.append(leaf: hasher.leaf(bytes), hasher: hasher)
            if index % UInt64(Self.batchEntries) == UInt64(Self.batchEntries - 1) {
                _ = try checkpoint()
            }
        }
        entryBytes = entry(UInt64(count)).encoded.count
    }

    func checkpoint() throws -> [UInt8] {
        let head = TreeHead(edge, hasher: primitives.hasher)
        return try signer.signed(Checkpoint(origin: origin, head: head)).encoded
    }

    /// The time of an auditor's own work, without that of making the entries.
    func audit(_ count: Int, checkpoint: [UInt8]) throws -> Duration {
        var audit = AuditVerification(
            origin: origin, remembered: TreeHead(TreeEdge(), hasher: primitives.hasher),
            logKey: signer.verifier, primitives: primitives)
        var time = Duration.zero
        for start in stride(from: 0, to: count, by: Self.batchEntries) {
            let end = min(start + Self.batchEntries, count)
            let chunk = (start..<end).map { entry(UInt64($0)).encoded }
            time += try ContinuousClock().measure { _ = try audit.add(chunk) }
        }
        return try time + ContinuousClock().measure { _ = try audit.finish(checkpoint: checkpoint) }
    }

    private func entry(_ index: UInt64) -> LogEntry {
        let body: EntryBody =
            index == 0
            ? .keys(
                KeysBody(
                    cardVersion: 1, card: digest, reason: .created,
                    previousHead: TreeHeadBody(size: 0, root: digest)))
            : .sent(
                SentBody(
                    messageID: message, attempt: 1, clearHeader: digest, envelope: digest,
                    content: digest))
        return LogEntry(
            index: index, time: Timestamp(milliseconds: 1_700_000_000_000 + index),
            salt: message.bytes, body: body)
    }
}
