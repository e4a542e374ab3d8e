import EnlaceLog
import EnlaceModel
import EnlaceStore
import GRDB

/// One transaction of the writer, as the operations in it see it; its extensions are the stages.
///
/// Valid on the writer's queue only, while the transaction is open.
struct WriteTransaction {
    let db: Database
    let identity: StoreIdentity
    let hasher: TreeHasher
    var cache: LogCache

    /// Runs one operation so that its failure undoes what it wrote and nothing else.
    mutating func inSavepoint<Value>(
        _ body: (inout WriteTransaction) throws -> Value
    ) throws -> Value {
        let before = cache
        try db.run("SAVEPOINT operation")
        do {
            let value = try body(&self)
            try db.run("RELEASE operation")
            return value
        } catch {
            cache = before
            // A full disk or an I/O error ends the whole transaction by itself; the group sees it.
            if db.isInsideTransaction {
                try db.run("ROLLBACK TO operation")
                try db.run("RELEASE operation")
            }
            throw error
        }
    }

    /// Writes the edges that changed; the last step before the commit.
    mutating func flush() throws {
        for (origin, log) in cache.logs where log.isDirty {
            try db.run(
                "UPDATE logs SET edge = ? WHERE id = ?", [log.edge.encoded.blob, log.id])
            cache.logs[origin]?.isDirty = false
        }
    }
}
