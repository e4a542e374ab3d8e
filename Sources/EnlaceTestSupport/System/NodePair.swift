import EnlaceCrypto
import EnlaceFiles
import EnlaceLog
import EnlaceModel
import EnlaceStoreSQLite

/// Two real nodes that know each other, in one folder, each run by a real daemon on free ports of
/// the loopback.
package final class NodePair: Sendable {
    package let folder: String
    /// Where the output of the programs goes.
    package let logs: String
    package let us: NodeProcess
    package let mx: NodeProcess

    init(folder: String, logs: String, us: NodeProcess, mx: NodeProcess) {
        self.folder = folder
        self.logs = logs
        self.us = us
        self.mx = mx
    }

    deinit { kill() }

    /// Ends both daemons in order; throws when one does not end with 0.
    package func stop() async throws {
        try await us.stop()
        try await mx.stop()
    }

    /// Ends both daemons as a power failure would.
    package func kill() {
        us.kill()
        mx.kill()
    }

    /// Ends both daemons and removes everything, or all but the folder of the nodes.
    package func remove(keepingFolder: Bool = false) throws {
        kill()
        try FileSystem.removeTree(logs)
        if !keepingFolder { try FileSystem.removeTree(folder) }
    }

    /// Reopens the store of a node that does not run, and counts and verifies all of it.
    package func audit(_ node: NodeProcess) async throws -> StoreAudit {
        let keys = [us.node: try us.logKey(), mx.node: try mx.logKey()]
        let store = try SQLiteStore.open(
            at: node.store, hasher: TreeHasher { SHA256.digest($0) })
        do {
            let audit = try await StoreAudit(store, logKeys: keys)
            try await store.close()
            return audit
        } catch {
            try? await store.close()
            throw error
        }
    }
}
