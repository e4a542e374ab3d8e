import EnlaceFiles
package import EnlaceLog
import EnlaceModel

/// Where the lock record lives (design §5, "order of writes when signing").
package protocol LockStorage: Sendable {
    func load() throws -> LockRecord
    /// Returns when the record survives a power failure.
    func save(_ record: LockRecord) throws
}

/// The lock record as a synced file of its own, apart from the store and never in a backup.
package struct LockFile: LockStorage {
    private let path: String
    private let hasher: TreeHasher

    /// `path` must exist: `create` makes it when the node is made, never when it runs.
    package init(path: String, hasher: TreeHasher) {
        self.path = path
        self.hasher = hasher
    }

    /// Makes the empty record of a new node; refused with `FILE_EXISTS` when there is one.
    package func create() throws {
        try FileSystem.createDurably(
            LockRecord().encoded(hasher: hasher), at: path, mode: .privateFile)
    }

    package func load() throws -> LockRecord {
        guard FileSystem.exists(path) else {
            throw BrokerError(.logLockMismatch, object: path, context: ["reason": "absent"])
        }
        let bytes = try FileSystem.read(path, bytesMax: LockRecord.bytesMax)
        return try LockRecord(bytes, hasher: hasher)
    }

    /// Throws `DISK_FULL` when nothing was written, and `STORE_UNSYNCED`, which is fatal, when it is
    /// unknown what the disk holds.
    package func save(_ record: LockRecord) throws {
        do {
            try FileSystem.writeDurably(
                record.encoded(hasher: hasher), to: path, mode: .privateFile)
        } catch {
            guard error.code != .diskFull else { throw error }
            throw BrokerError(
                .storeUnsynced, object: path, context: ["reason": error.code.rawValue])
        }
    }
}
