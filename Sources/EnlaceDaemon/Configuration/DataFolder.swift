import EnlaceFiles

/// The places in a node's data folder. Back up `storeFolder` and `cards`; `storageKeys` apart from
/// them, and never `heads`.
package struct DataFolder: Sendable, Equatable {
    package let path: String

    package init(_ path: String) { self.path = path }

    /// The folder of the database.
    package var storeFolder: String { FileSystem.join(path, "store") }
    package var store: String { FileSystem.join(storeFolder, "enlace.sqlite") }
    /// The node's private keys, unless the configuration names other files.
    package var keys: String { FileSystem.join(path, "keys") }
    /// The keys that wrap documents at rest; outside the database and its backups.
    package var storageKeys: String { FileSystem.join(path, "storage-keys") }
    /// The lock record: the heads this node has signed. Restoring an old one would let it sign a
    /// second history.
    package var heads: String { FileSystem.join(path, "heads") }
    /// The node's own cards, one file per version.
    package var cards: String { FileSystem.join(path, "cards") }
    /// Process and ports of the running daemon, for scripts.
    package var run: String { FileSystem.join(path, "run.json") }

    package func key(_ name: String) -> String { FileSystem.join(keys, "\(name).key") }
    package func certificate(_ name: String) -> String { FileSystem.join(keys, "\(name).crt") }
    package func request(_ name: String) -> String { FileSystem.join(keys, "\(name).csr") }
    package func card(_ version: UInt32) -> String { FileSystem.join(cards, "\(version).cms") }
}
