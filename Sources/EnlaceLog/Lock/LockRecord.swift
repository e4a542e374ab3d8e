package import EnlaceModel

/// The head that each own log last meant to sign: the guard against a double start and against a
/// store that was rolled back (design §5, "order of writes").
///
/// It lives in a synced file of its own, apart from the store and never in a backup. Before a
/// checkpoint is signed the record must be advanced and its file durable. It does not protect when
/// store and record are rolled back together; the peers' held heads do.
package struct LockRecord: Sendable, Equatable {
    private(set) var heads: [LogOrigin: TreeHead] = [:]

    /// A record in which no log has signed anything.
    package init() {}

    init(heads: [LogOrigin: TreeHead]) {
        self.heads = heads
    }

    /// The head last signed; `nil` when this log never signed.
    package func head(of origin: LogOrigin) -> TreeHead? { heads[origin] }

    /// Compare-and-swap: moves a log from the head it is believed to have to a larger one.
    ///
    /// The same head again is allowed, for a signature that was lost with a crash. Throws
    /// `LOG_LOCK_MISMATCH` when the record holds another head than `old`, which means that another
    /// process signs too, and when `new` is smaller, or of the same size with another root.
    package mutating func advance(
        _ origin: LogOrigin, from old: TreeHead?, to new: TreeHead
    ) throws(LogError) {
        let held = heads[origin]
        guard held == old, held == nil || held == new || new.size > (held?.size ?? 0) else {
            throw Self.error(.logLockMismatch, origin, lock: held, stored: new.size)
        }
        heads[origin] = new
    }

    /// Whether a log of the store may go on signing after a start; call it for every own log.
    ///
    /// A store ahead of the record is what a crash between the two writes leaves, and fine as long
    /// as it has the record's root at the record's size. `rootAt` gives the stored log's root at a
    /// size up to `storedSize`.
    ///
    /// - Throws: `LOG_ROLLED_BACK` when the store is behind the record, `LOG_LOCK_MISMATCH` when it
    ///   has another root there. Both name the sizes in the context as `lock` and `stored`; to
    ///   recover, the channel log is rebuilt from the peer's copy.
    package func checkStart(
        of origin: LogOrigin, storedSize: UInt64, rootAt: (UInt64) throws -> SHA256Digest
    ) throws {
        guard let head = heads[origin] else { return }
        guard head.size <= storedSize else {
            throw Self.error(.logRolledBack, origin, lock: head, stored: storedSize)
        }
        guard try rootAt(head.size) == head.root else {
            throw Self.error(.logLockMismatch, origin, lock: head, stored: storedSize)
        }
    }

    /// Refuses a record that knows logs which the store does not have: the store is an older one.
    package func checkStart(storedLogs: Set<LogOrigin>) throws(LogError) {
        let missing = heads.filter { !storedLogs.contains($0.key) }
        guard let (origin, head) = missing.min(by: { $0.key.text < $1.key.text }) else { return }
        throw Self.error(.logRolledBack, origin, lock: head, stored: 0)
    }

    private static func error(
        _ code: ErrorCode, _ origin: LogOrigin, lock: TreeHead?, stored: UInt64
    ) -> LogError {
        LogError(
            code, object: origin.text,
            context: ["lock": "\(lock?.size ?? 0)", "stored": "\(stored)"])
    }
}
