import EnlaceModel
import EnlaceStore
import GRDB

/// The tables of the store and their history. Migrations are named, go forward only and are never
/// edited once published.
enum Schema {
    /// Stands in the database's header: "ENLC".
    static let applicationID: Int64 = 0x454E_4C43

    /// The number of migrations, which stands in the header as the version of the store.
    static let version: Int64 = 1

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 first tables", foreignKeyChecks: .immediate) { db in
            for statement in logTables + documentTables + deliveryTables + nodeTables {
                try db.execute(sql: statement)
            }
            try db.execute(sql: "PRAGMA application_id = \(applicationID)")
            try db.execute(sql: "PRAGMA user_version = 1")
        }
        return migrator
    }
}
