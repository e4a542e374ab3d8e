import EnlaceLog
import EnlaceModel
import EnlaceStore
import GRDB
import Synchronization

/// Group commit: whatever operations gathered while the transaction before was being synced share
/// the next one.
///
/// The first operation of an idle writer schedules a drain on the pool's writer queue; the drain
/// takes groups until nothing waits. There is no task and no timer. An operation returns after the
/// commit of its group, which with `synchronous = FULL` is after the sync of the write-ahead log;
/// a disk that acknowledges syncs without doing them is not covered.
final class GroupWriter: Sendable {
    private struct Queue {
        /// In the order of arrival; those before `first` are taken.
        var waiting: [WriteOperation] = []
        var first = 0
        var byteCount = 0
        var isDraining = false
        /// Set when the store is closed or must not be written any more.
        var end: StoreError?

        var count: Int { waiting.count - first }
    }

    private let pool: DatabasePool
    private let identity: StoreIdentity
    private let hasher: TreeHasher
    private let limits: SQLiteLimits
    private let queue = Mutex(Queue())
    /// Used on the writer's queue only, where nothing else waits for it.
    private let cache = Mutex(LogCache())

    init(
        pool: DatabasePool, identity: StoreIdentity, hasher: TreeHasher, limits: SQLiteLimits
    ) {
        self.pool = pool
        self.identity = identity
        self.hasher = hasher
        self.limits = limits
    }

    /// Runs an operation in the next group; returns when it is durable, or when nothing of it was
    /// written.
    func write<Value: Sendable>(
        byteCount: Int = 256, _ body: @escaping @Sendable (inout WriteTransaction) throws -> Value
    ) async throws(StoreError) -> Value {
        let result = await withCheckedContinuation { continuation in
            enqueue(WriteOperation(byteCount: byteCount, continuation: continuation, body))
        }
        return try result.get()
    }

    /// Refuses what comes from now on; what waits is still written.
    func end(_ error: StoreError) {
        queue.withLock { $0.end = $0.end ?? error }
    }

    var end: StoreError? { queue.withLock { $0.end } }

    /// How many operations wait for a group.
    var waitingCount: Int { queue.withLock { $0.count } }

    private func enqueue(_ operation: WriteOperation) {
        let refusal: StoreError? = queue.withLock { queue in
            if let end = queue.end { return end }
            let isFull =
                queue.count >= limits.waitingOperationsMax
                || (queue.byteCount + operation.byteCount > limits.waitingBytesMax
                    && queue.count > 0)
            if isFull { return StoreError(.busy, object: "store") }
            queue.waiting.append(operation)
            queue.byteCount += operation.byteCount
            if !queue.isDraining {
                queue.isDraining = true
                pool.asyncWriteWithoutTransaction { self.drain($0) }
            }
            return nil
        }
        if let refusal { operation.refuse(refusal) }
    }

    private func drain(_ db: Database) {
        while true {
            let group = takeGroup()
            if group.isEmpty { return }
            commit(group, db)
        }
    }

    private func takeGroup() -> ArraySlice<WriteOperation> {
        queue.withLock { queue in
            var end = queue.first
            var byteCount = 0
            while end < queue.waiting.count, end - queue.first < limits.groupOperationsMax {
                byteCount += queue.waiting[end].byteCount
                if byteCount > limits.groupBytesMax, end > queue.first { break }
                end += 1
            }
            let group = queue.waiting[queue.first..<end]
            queue.byteCount -= group.reduce(0) { $0 + $1.byteCount }
            queue.first = end
            if queue.first == queue.waiting.count {
                queue.waiting = []
                queue.first = 0
            }
            if group.isEmpty { queue.isDraining = false }
            return group
        }
    }

    private func commit(_ group: ArraySlice<WriteOperation>, _ db: Database) {
        if let end, end.endsWriting {
            for operation in group { operation.refuse(end) }
            return
        }
        var attempts: [WriteOperation.Attempt] = []
        var groupError: StoreError?
        cache.withLock { cache in
            do throws(StoreError) {
                cache = try runGroup(group, db, cache, attempts: &attempts)
            } catch {
                groupError = error
                if error.endsWriting { self.end(error) }
            }
        }
        for attempt in attempts { attempt.finish(groupError) }
        let error = groupError ?? StoreError(.storeFailure, object: "group")
        for operation in group.dropFirst(attempts.count) { operation.refuse(error) }
    }

    /// Gives the cache as it is after the commit.
    private func runGroup(
        _ group: ArraySlice<WriteOperation>, _ db: Database, _ cache: LogCache,
        attempts: inout [WriteOperation.Attempt]
    ) throws(StoreError) -> LogCache {
        do {
            try db.run("BEGIN IMMEDIATE")
            var transaction = WriteTransaction(
                db: db, identity: identity, hasher: hasher, cache: cache)
            for operation in group {
                let attempt = operation.run(&transaction)
                attempts.append(attempt)
                // Damage ends everything; a transaction that SQLite ended has no other operations.
                if let error = attempt.error, error.endsWriting || !db.isInsideTransaction {
                    throw error
                }
            }
            try transaction.flush()
            try db.run("COMMIT")
            return transaction.cache
        } catch {
            if db.isInsideTransaction { try? db.run("ROLLBACK") }
            throw StoreError(database: error)
        }
    }
}
