import EnlaceFiles
package import EnlaceModel
import Synchronization

/// The keys that wrap the keys of stored documents, one for each epoch of 7 days, in a folder
/// outside the database and its backups: `epoch-NUMBER.key`, 32 bytes, mode 0600.
///
/// Trust and loss: who has a key and the database reads the documents of that epoch; who loses a key
/// loses them. When an epoch has ended its survivors are wrapped anew and its key is destroyed, which
/// also ends every copy of the database in a backup.
package final class StorageKeyring: Sendable {
    private static let prefix = "epoch-"
    private static let suffix = ".key"

    private let folder: String
    private let random: any RandomSource
    // Guards the keys in memory and the making and destroying of their files.
    private let keys: Mutex<[StorageEpoch: Secret]>

    /// Makes the folder for a new node; a folder with keys in it is refused with `STORE_EXISTS`.
    package static func create(folder: String) throws(CryptoError) {
        do throws(FileError) {
            try FileSystem.makeFolder(folder, mode: .privateFolder)
            guard try FileSystem.list(folder).isEmpty else {
                throw FileError(.storeExists, object: folder)
            }
        } catch {
            throw CryptoError(error)
        }
    }

    /// Reads all keys of a folder that `create` made.
    ///
    /// Throws `STORE_MISSING` without the folder, `FILE_WORLD_READABLE` for a file that others may
    /// read, `KEY_MALFORMED` for one that is no key.
    package init(folder: String, random: any RandomSource) throws(CryptoError) {
        guard FileSystem.isFolder(folder) else {
            throw CryptoError(.storeMissing, object: folder)
        }
        self.folder = folder
        self.random = random
        keys = Mutex(try Self.load(folder))
    }

    /// The epochs whose keys are there, the oldest first.
    package var epochs: [StorageEpoch] { keys.withLock { $0.keys.sorted() } }

    /// The epochs that have ended: their documents are to be wrapped anew, their keys destroyed.
    package func ended(at now: Timestamp) -> [StorageEpoch] {
        epochs.filter { $0 < StorageEpoch(at: now) }
    }

    /// Makes the key of the current epoch unless it is there; it is on disk when this returns.
    ///
    /// Sealing does it too; called ahead, no document has to wait for the disk.
    @discardableResult
    package func prepare(at now: Timestamp) throws(CryptoError) -> StorageEpoch {
        let epoch = StorageEpoch(at: now)
        _ = try makeKey(epoch)
        return epoch
    }

    /// Destroys the key of an epoch, on disk and in memory: nothing wrapped under it opens again.
    ///
    /// Throws `STATE_FORBIDS` for the current epoch.
    package func destroy(_ epoch: StorageEpoch, at now: Timestamp) throws(CryptoError) {
        guard epoch != StorageEpoch(at: now) else {
            throw CryptoError(.stateForbids, object: epoch.description)
        }
        try keys.withLock { keys throws(CryptoError) in
            do throws(FileError) {
                try FileSystem.destroyDurably(path(of: epoch))
            } catch {
                throw CryptoError(error)
            }
            keys[epoch] = nil
        }
    }

    /// The key of an epoch; throws `KEY_MISSING` when there is none.
    func key(_ epoch: StorageEpoch) throws(CryptoError) -> SecretBytes {
        guard let key = keys.withLock({ $0[epoch] }) else {
            throw CryptoError(.keyMissing, object: epoch.description)
        }
        return SecretBytes(copying: key)
    }

    /// The key of an epoch, made and written to disk when there is none.
    func makeKey(_ epoch: StorageEpoch) throws(CryptoError) -> SecretBytes {
        let key = try keys.withLock { keys throws(CryptoError) -> Secret in
            if let key = keys[epoch] { return key }
            var bytes = random.bytes(ContentCipher.keyBytes)
            let key = Secret(copying: bytes)
            wipe(&bytes)
            do throws(FileError) {
                try FileSystem.createDurably(key, at: path(of: epoch), mode: .privateFile)
            } catch {
                throw CryptoError(error)
            }
            keys[epoch] = key
            return key
        }
        return SecretBytes(copying: key)
    }

    private func path(of epoch: StorageEpoch) -> String {
        FileSystem.join(folder, "\(Self.prefix)\(epoch.number)\(Self.suffix)")
    }

    private static func load(_ folder: String) throws(CryptoError) -> [StorageEpoch: Secret] {
        do throws(FileError) {
            var keys: [StorageEpoch: Secret] = [:]
            for name in try FileSystem.list(folder) {
                guard let epoch = epoch(of: name) else { continue }
                let path = FileSystem.join(folder, name)
                let key = try FileSystem.readPrivate(path, bytesMax: ContentCipher.keyBytes)
                guard key.count == ContentCipher.keyBytes else {
                    throw FileError(
                        .keyMalformed, object: path,
                        context: ["expected": "\(ContentCipher.keyBytes) bytes"])
                }
                keys[epoch] = key
            }
            return keys
        } catch {
            throw CryptoError(error)
        }
    }

    // A temporary file that a crash left behind has another name and is passed over.
    private static func epoch(of name: String) -> StorageEpoch? {
        guard name.hasPrefix(prefix), name.hasSuffix(suffix) else { return nil }
        let text = name.dropFirst(prefix.count).dropLast(suffix.count)
        guard let number = UInt32(text), "\(number)" == text else { return nil }
        return StorageEpoch(number: number)
    }
}
