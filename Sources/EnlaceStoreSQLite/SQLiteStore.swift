import EnlaceFiles
package import EnlaceLog
import EnlaceModel
package import EnlaceStore
import GRDB
import Synchronization

/// The embedded store: one SQLite database in WAL mode, whose commits are synced before they are
/// reported (`synchronous = FULL`).
///
/// Writing is serial, in groups (`GroupWriter`); reading is concurrent and sees what was committed.
/// One process at a time: a lock file beside the database is held until the store is closed. After
/// `STORE_UNSYNCED`, `STORE_DAMAGED` or `STORE_FAILURE` nothing more is written; the daemon exits.
package final class SQLiteStore: Store {
    package let identity: StoreIdentity
    let pool: DatabasePool
    let writer: GroupWriter
    private let lock: Mutex<ExclusiveLock?>

    /// Makes a new store and opens it; `STORE_EXISTS` when there is one.
    package static func create(
        at path: String, identity: StoreIdentity, hasher: TreeHasher,
        limits: SQLiteLimits = SQLiteLimits()
    ) throws(StoreError) -> SQLiteStore {
        let lock = try StoreFile.lock(path)
        try StoreFile.create(at: path, identity: identity, limits: limits)
        return try SQLiteStore(path: path, lock: lock, hasher: hasher, limits: limits)
    }

    /// Opens the store at `path`, never making one.
    ///
    /// - Throws: `STORE_MISSING`; `STORE_LOCKED` another process has it; `STORE_NEWER` written by
    ///   a later version; `STORE_DAMAGED` not a store, or pages that do not hold together.
    package static func open(
        at path: String, hasher: TreeHasher, limits: SQLiteLimits = SQLiteLimits()
    ) throws(StoreError) -> SQLiteStore {
        guard FileSystem.exists(path) else { throw StoreError(.storeMissing, object: path) }
        let lock = try StoreFile.lock(path)
        return try SQLiteStore(path: path, lock: lock, hasher: hasher, limits: limits)
    }

    private init(
        path: String, lock: ExclusiveLock, hasher: TreeHasher, limits: SQLiteLimits
    ) throws(StoreError) {
        let opened = try StoreFile.open(at: path, limits: limits)
        identity = opened.identity
        pool = opened.pool
        writer = GroupWriter(
            pool: opened.pool, identity: opened.identity, hasher: hasher, limits: limits)
        self.lock = Mutex(lock)
    }

    /// Runs a read on a connection of its own; it is not cut short when the task is cancelled.
    func read<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws(StoreError) -> Value {
        if let end = writer.end, !end.endsWriting { throw end }
        let result: Result<Value, StoreError> = await withCheckedContinuation { continuation in
            pool.asyncRead { database in
                let result = Result { try body(database.get()) }
                continuation.resume(returning: result.mapError { StoreError(database: $0) })
            }
        }
        return try result.get()
    }

    /// Runs a read that touches a few pages on the calling thread: handing it to another one and
    /// back costs several times the read itself.
    func readAtOnce<Value>(
        _ body: (Database) throws -> Value
    ) throws(StoreError) -> Value {
        if let end = writer.end, !end.endsWriting { throw end }
        do { return try pool.read(body) } catch { throw StoreError(database: error) }
    }

    package func close() async throws(StoreError) {
        guard writer.end?.code != .shuttingDown else {
            throw StoreError(.shuttingDown, object: "store")
        }
        let hasFailed = writer.end != nil
        writer.end(StoreError(.shuttingDown, object: "store"))
        defer { lock.withLock { $0 = nil } }
        let result: Result<Void, StoreError> = await withCheckedContinuation { continuation in
            // The barrier waits for the writes before it and for the reads under way, also when
            // the task is cancelled.
            pool.asyncBarrierWriteWithoutTransaction { database in
                let result = Result {
                    if !hasFailed { try database.get().run("UPDATE store SET is_closed = 1") }
                }
                continuation.resume(returning: result.mapError { StoreError(database: $0) })
            }
        }
        do { try pool.close() } catch { throw StoreError(database: error) }
        try result.get()
    }
}
