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
///
/// The file is a sequence of whole records, of which the last one counts; each save appends one and
/// costs one sync. A crash can cut the last record: then the one before counts, and nothing was
/// signed under the cut one. A file that has grown is replaced by its last record.
package struct LockFile: LockStorage {
    /// The size from which on the file is replaced instead of appended to.
    private static let bytesKept = 1 << 16

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

    /// Throws `LOG_LOCK_MISMATCH` when the file is absent or its last record is damaged.
    package func load() throws -> LockRecord {
        guard FileSystem.exists(path) else {
            throw BrokerError(.logLockMismatch, object: path, context: ["reason": "absent"])
        }
        let bytes = try FileSystem.read(path, bytesMax: Self.bytesKept + LockRecord.bytesMax)
        var records = Self.records(in: Self.withoutCutHeader(bytes))
        if records.count > 1, let last = records.last, Self.isCut(last) { records.removeLast() }
        return try LockRecord(Array(records.last ?? []), hasher: hasher)
    }

    /// Throws `DISK_FULL` when nothing was written, and `STORE_UNSYNCED`, which is fatal, when it is
    /// unknown what the disk holds.
    package func save(_ record: LockRecord) throws {
        let bytes = record.encoded(hasher: hasher)
        do {
            if try FileSystem.size(of: path) + bytes.count > Self.bytesKept {
                try FileSystem.writeDurably(bytes, to: path, mode: .privateFile)
            } else {
                try FileSystem.appendDurably(bytes, to: path, mode: .privateFile)
            }
        } catch {
            guard error.code != .diskFull else { throw error }
            throw BrokerError(
                .storeUnsynced, object: path, context: ["reason": error.code.rawValue])
        }
    }

    private static let header = Array("enlace-lock/".utf8)

    /// The bytes without the beginning of a record that was cut inside its first word.
    private static func withoutCutHeader(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
        let length = (1..<header.count).first { length in
            bytes.count > length && bytes[bytes.count - length - 1] == 0x0A
                && bytes.suffix(length).elementsEqual(header.prefix(length))
        }
        return bytes.dropLast(length ?? 0)
    }

    /// The parts that begin with the first line of a record.
    private static func records(in bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        let starts = bytes.indices.filter { index in
            bytes[index] == header[0] && bytes[index...].starts(with: header)
        }
        return zip(starts, starts.dropFirst() + [bytes.endIndex]).map { bytes[$0..<$1] }
    }

    /// Whether a record lacks its last line, `sum` with 64 digits.
    private static func isCut(_ record: ArraySlice<UInt8>) -> Bool {
        let lines = record.split(separator: 0x0A, omittingEmptySubsequences: false)
        guard lines.count > 1, lines[lines.count - 1].isEmpty else { return true }
        let sum = lines[lines.count - 2]
        return !(sum.starts(with: "sum ".utf8) && sum.count == 4 + 2 * SHA256Digest.byteCount)
    }
}
