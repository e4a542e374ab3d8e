import EnlaceFiles
import EnlaceLog
import EnlaceModel
import EnlaceStore
import Foundation
import GRDB

/// The database file of a store: making it, and opening it only when it is sound and ours.
enum StoreFile {
    /// Where the header of a SQLite database has these fields (SQLite "Database File Format" 1.3).
    private static let headerBytes = 100
    private static let versionOffset = 60
    private static let applicationOffset = 68
    private static let magic = Array("SQLite format 3\0".utf8)

    static func lock(_ path: String) throws(StoreError) -> ExclusiveLock {
        do {
            return try ExclusiveLock(path: "\(path).lock")
        } catch {
            throw StoreError(error.code, object: path, context: error.context)
        }
    }

    /// Makes the whole store beside its place and then moves it there, so that a crash leaves
    /// either no store or a complete one.
    static func create(
        at path: String, identity: StoreIdentity, limits: SQLiteLimits
    ) throws(StoreError) {
        guard !FileSystem.exists(path) else { throw StoreError(.storeExists, object: path) }
        let unfinished = "\(path).new"
        do {
            for suffix in ["", "-wal", "-shm"] { try FileSystem.remove(unfinished + suffix) }
            try FileSystem.createDurably([], at: unfinished, mode: .privateFile)
            let pool = try self.pool(at: unfinished, limits: limits)
            try Schema.migrator.migrate(pool)
            try pool.write { db in
                try db.run(
                    """
                    INSERT INTO store (id, node, environment, local_log, is_closed)
                    VALUES (1, ?, ?, ?, 1)
                    """,
                    [
                        identity.node.text, identity.environment.rawValue,
                        identity.localLog.text,
                    ])
            }
            try pool.close()
            try FileSystem.rename(unfinished, to: path)
        } catch {
            throw StoreError(database: error)
        }
    }

    /// Opens what is there, newest migrations applied, checked when it was not closed.
    static func open(
        at path: String, limits: SQLiteLimits
    ) throws(StoreError) -> (pool: DatabasePool, identity: StoreIdentity) {
        guard FileSystem.exists(path) else { throw StoreError(.storeMissing, object: path) }
        do {
            try checkHeader(path)
            let pool = try self.pool(at: path, limits: limits)
            return (pool, try prepare(pool, path: path))
        } catch {
            let error = StoreError(database: error)
            throw StoreError(error.code, object: path, context: error.context)
        }
    }

    /// Before anything could write to a file that is not ours or too new.
    private static func checkHeader(_ path: String) throws {
        guard let file = FileHandle(forReadingAtPath: path) else {
            throw StoreError(.fileUnreadable, object: path)
        }
        defer { try? file.close() }
        let header = Array(try file.read(upToCount: headerBytes) ?? Data())
        guard header.count == headerBytes, header.starts(with: magic),
            field(header, applicationOffset) == Schema.applicationID
        else { throw StoreError(.storeDamaged, object: path, context: ["cause": "header"]) }
        try check(version: field(header, versionOffset), path: path)
    }

    private static func field(_ header: [UInt8], _ offset: Int) -> Int64 {
        header[offset..<(offset + 4)].reduce(0) { $0 << 8 | Int64($1) }
    }

    private static func check(version: Int64, path: String) throws(StoreError) {
        guard version <= Schema.version else {
            throw StoreError(
                .storeNewer, object: path,
                context: ["version": "\(version)", "expected": "\(Schema.version)"])
        }
    }

    private static func pool(at path: String, limits: SQLiteLimits) throws -> DatabasePool {
        var configuration = Configuration()
        configuration.maximumReaderCount = limits.readersMax
        // No daemon competes, but a person may look at the file with another tool.
        configuration.busyMode = .timeout(Double(limits.lockWait.components.seconds))
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA page_size = \(limits.pageBytes)")
            try db.execute(sql: "PRAGMA cache_size = -\(limits.readerCacheBytesMax / 1024)")
            try db.execute(sql: "PRAGMA temp_store = MEMORY")
            try db.execute(sql: "PRAGMA secure_delete = ON")
            try db.execute(sql: "PRAGMA trusted_schema = OFF")
            try db.execute(sql: "PRAGMA cell_size_check = ON")
        }
        let pool = try DatabasePool(path: path, configuration: configuration)
        try pool.writeWithoutTransaction { try makeDurable($0, limits: limits) }
        return pool
    }

    /// Durability is asked of the writer after the pool was opened, because opening resets
    /// `synchronous` to NORMAL, and what was asked is read back.
    private static func makeDurable(_ db: Database, limits: SQLiteLimits) throws {
        try db.execute(sql: "PRAGMA synchronous = FULL")
        try db.execute(sql: "PRAGMA cache_size = -\(limits.writerCacheBytesMax / 1024)")
        try db.execute(sql: "PRAGMA wal_autocheckpoint = \(limits.walPagesMax)")
        if let pages = limits.databasePagesMax {
            try db.execute(sql: "PRAGMA max_page_count = \(pages)")
        }
        let wanted: [(String, StoredValue)] = [
            ("synchronous", .integer(2)), ("journal_mode", .text("wal")),
            ("foreign_keys", .integer(1)), ("secure_delete", .integer(1)),
            ("temp_store", .integer(2)),
        ]
        for (name, value) in wanted {
            guard let row = try db.row("PRAGMA \(name)"), try value.stands(in: row) else {
                throw StoreError(.storeFailure, object: "database", context: ["setting": name])
            }
        }
    }

    private enum StoredValue {
        case integer(Int64)
        case text(String)

        func stands(in row: StoredRow) throws -> Bool {
            switch self {
            case .integer(let integer): try row.integer(0) == integer
            case .text(let text): try row.text(0) == text
            }
        }
    }

    private static func prepare(_ pool: DatabasePool, path: String) throws -> StoreIdentity {
        try pool.writeWithoutTransaction { db in
            try check(version: db.row("PRAGMA user_version")?.integer(0) ?? 0, path: path)
            guard try !Schema.migrator.hasBeenSuperseded(db) else {
                throw StoreError(.storeNewer, object: path)
            }
            guard let row = try db.row("SELECT is_closed FROM store") else {
                throw StoreError(.storeDamaged, object: path, context: ["cause": "identity"])
            }
            if try row.integer(0) == 0 { try checkPages(db, path: path) }
        }
        try Schema.migrator.migrate(pool)
        return try pool.writeWithoutTransaction { db in
            try db.run("UPDATE store SET is_closed = 0")
            return try identity(db, path: path)
        }
    }

    private static func checkPages(_ db: Database, path: String) throws {
        guard try db.row("PRAGMA quick_check(1)")?.text(0) == "ok" else {
            throw StoreError(.storeDamaged, object: path, context: ["cause": "quick_check"])
        }
    }

    private static func identity(_ db: Database, path: String) throws -> StoreIdentity {
        guard let row = try db.row("SELECT node, environment, local_log FROM store") else {
            throw StoreError(.storeDamaged, object: path, context: ["cause": "identity"])
        }
        return StoreIdentity(
            node: try row.node(0), environment: try row.code(1),
            localLog: try row.make(2, LogOrigin.init))
    }
}
