import EnlaceCrypto
import EnlaceLog
import EnlaceModel
import EnlaceWire

/// The verification of one log on the auditor's machine.
struct LogAudit {
    /// How many entries are fetched at once.
    static let entriesPerPage: UInt32 = 1000

    private let log: ClientAuditLog
    private let memory: CheckpointMemory
    private let client: NodeClient

    init(_ log: ClientAuditLog, memory: CheckpointMemory, client: NodeClient) {
        self.log = log
        self.memory = memory
        self.client = client
    }

    /// What contradicts itself becomes a verdict; what could not be fetched is thrown.
    func verify() async throws -> LogVerdict {
        do {
            return LogVerdict(log, failure: nil, seenBefore: try await recompute())
        } catch let error as LogError {
            return LogVerdict(log, failure: error, seenBefore: nil)
        }
    }

    /// Returns the size seen the last time, `nil` the first time.
    private func recompute() async throws -> UInt64? {
        let origin = try LogOrigin(log.origin)
        let primitives = LogPrimitives(
            sha256: { SHA256.digest($0) },
            verifyEd25519: { Ed25519.isValid(signature: $0, message: $1, publicKey: $2) })
        let seen = try memory.seen(origin)
        if let seen, seen.key != log.logKey {
            throw LogError(.logBadSignature, object: log.origin, context: ["expected": seen.key])
        }
        var audit = AuditVerification(
            origin: origin, remembered: seen?.head,
            logKey: try NoteVerifier(vkey: log.logKey, hasher: primitives.hasher),
            primitives: primitives)
        while audit.count < log.size {
            try audit.add(await entries(from: audit.count))
        }
        let opened = try audit.finish(checkpoint: Array(log.checkpoint))
        try memory.remember(
            origin, key: log.logKey, head: opened.head, note: Array(log.checkpoint))
        return seen?.head.size
    }

    private func entries(from index: UInt64) async throws -> [[UInt8]] {
        let request = ClientAuditEntries.make { entries in
            entries.origin = log.origin
            entries.from = index
            entries.limit = UInt32(min(UInt64(Self.entriesPerPage), log.size - index))
        }
        guard case .auditEntries(let page) = try await client.request(.auditEntries(request))
        else { throw NodeClient.unexpected("audit entries") }
        guard !page.entries.isEmpty else {
            throw LogError(
                .logGap, object: log.origin,
                context: ["size": "\(index)", "expected": "\(log.size)"])
        }
        return page.entries.map { Array($0) }
    }
}
