package import EnlaceLog
import EnlaceModel
package import EnlaceStore

/// Guards what this node signs about its own logs: one lock record, one order of writes.
///
/// A head is signed only after the store has committed it and the lock record has been advanced to
/// it and synced. Concurrent signers share one sync.
package actor LogKeeper {
    private let store: any Store
    private let lock: any LockStorage
    private let hasher: TreeHasher
    private let signer: @Sendable (LogOrigin) throws -> NoteSigner
    private var record = LockRecord()
    private var isOpen = false
    /// Channel logs whose peer has stated a head that is a beginning of them since this start.
    private var confirmed: Set<LogOrigin> = []
    /// Edges of signed heads, the newest last, so that a returning peer costs no walk.
    private var recentEdges: [LogOrigin: [TreeEdge]] = [:]
    private var saving: Saving?
    private var savedGeneration = 0
    private var generation = 0

    package init(
        store: any Store, lock: any LockStorage, hasher: TreeHasher,
        signer: @escaping @Sendable (LogOrigin) throws -> NoteSigner
    ) {
        self.store = store
        self.lock = lock
        self.hasher = hasher
        self.signer = signer
    }

    /// Compares the lock record with every own log in the store; until it returns nothing is
    /// signed. Throws `LOG_ROLLED_BACK` or `LOG_LOCK_MISMATCH`, which are fatal.
    package func open() async throws {
        let loaded = try lock.load()
        let logs = try await store.logs().filter(\.isOwn)
        try loaded.checkStart(storedLogs: Set(logs.map(\.origin)))
        let replay = LogReplay(store: store, hasher: hasher)
        for log in logs {
            guard let head = loaded.head(of: log.origin) else { continue }
            let size = min(head.size, log.edge.size)
            let edge =
                size == log.edge.size ? log.edge : try await replay.edge(of: log.origin, at: size)
            let root = edge.root(hasher: hasher)
            try loaded.checkStart(of: log.origin, storedSize: log.edge.size) { _ in root }
        }
        record = loaded
        isOpen = true
    }

    /// The peer of a channel log has said what it holds, and that is a beginning of the log: from
    /// now on the log may be signed.
    func confirm(_ origin: LogOrigin) { confirmed.insert(origin) }

    /// The peer of a channel log holds what this node does not know: nothing more is signed.
    func withhold(_ origin: LogOrigin) { confirmed.remove(origin) }

    private func maySign(_ origin: LogOrigin) -> Bool {
        isOpen && (origin.scope == .local || confirmed.contains(origin))
    }

    /// The head last signed of an own log.
    package func signedHead(of origin: LogOrigin) -> TreeHead? { record.head(of: origin) }

    /// Signs the head of an own log that the store has committed.
    ///
    /// Throws `STATE_FORBIDS` before `open`, and for a channel log before its peer's hello.
    ///
    /// A smaller size than the one last signed is allowed, for a peer that must be sent an older
    /// stretch again: the caller has walked to it from entries of the same log, so it is a prefix.
    package func sign(_ edge: TreeEdge, of origin: LogOrigin) async throws -> CheckpointRecord {
        guard maySign(origin) else { throw BrokerError(.stateForbids, object: origin.text) }
        let head = TreeHead(edge, hasher: hasher)
        let held = record.head(of: origin)
        if held.map({ head.size >= $0.size }) ?? true, held != head {
            try record.advance(origin, from: held, to: head)
            generation += 1
        }
        try await sync(generation)
        keep(edge, of: origin)
        return try note(of: head, of: origin)
    }

    /// The note of a head that was signed before; Ed25519 gives the same bytes again.
    func note(of head: TreeHead, of origin: LogOrigin) throws -> CheckpointRecord {
        guard head.size <= record.head(of: origin)?.size ?? 0 else {
            throw BrokerError(.logLockMismatch, object: origin.text)
        }
        let note = try signer(origin).signed(Checkpoint(origin: origin, head: head))
        return CheckpointRecord(head: head, note: note.encoded)
    }

    /// The right edge of a log of the store at a size it has reached.
    package func edge(of origin: LogOrigin, at size: UInt64) async throws -> TreeEdge {
        let known = recentEdges[origin] ?? []
        let start = known.last { $0.size <= size } ?? TreeEdge()
        return try await LogReplay(store: store, hasher: hasher)
            .edge(of: origin, at: size, from: start)
    }

    private func keep(_ edge: TreeEdge, of origin: LogOrigin) {
        var edges = recentEdges[origin] ?? []
        guard edge.size > edges.last?.size ?? 0 else { return }
        edges.append(edge)
        if edges.count > BrokerLimits.recentEdgesMax { edges.removeFirst() }
        recentEdges[origin] = edges
    }

    /// Signs the present head of an own log and keeps the checkpoint, for those who ask at their
    /// own time: an auditor, a bundle. While the log may not be signed it is the newest that was;
    /// nil when there is none.
    package func checkpoint(of origin: LogOrigin) async throws -> CheckpointRecord? {
        guard let log = try await store.log(origin), log.isOwn else {
            throw BrokerError(.logUnknown, object: origin.text)
        }
        if let kept = log.checkpoint, kept.head.size == log.edge.size { return kept }
        guard maySign(origin) else {
            guard let head = record.head(of: origin) else { return log.checkpoint }
            return try note(of: head, of: origin)
        }
        let checkpoint = try await sign(log.edge, of: origin)
        try await store.recordCheckpoint(checkpoint, of: origin)
        return checkpoint
    }

    /// Returns when the record of this generation is durable. The file is written on a task of its
    /// own, because it must end even when the session that asked is cancelled.
    private func sync(_ wanted: Int) async throws {
        while savedGeneration < wanted {
            let current = saving ?? startSaving()
            saving = current
            let result = await current.task.result
            if saving?.generation == current.generation { saving = nil }
            try result.get()
            savedGeneration = max(savedGeneration, current.generation)
        }
    }

    private func startSaving() -> Saving {
        let snapshot = record
        let lock = lock
        return Saving(
            task: Task.detached { try lock.save(snapshot) }, generation: generation)
    }

    private struct Saving {
        let task: Task<Void, any Error>
        let generation: Int
    }
}
