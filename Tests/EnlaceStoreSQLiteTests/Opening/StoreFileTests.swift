import EnlaceModel
import EnlaceStore
import EnlaceTestSupport
import Foundation
import GRDB
import Testing

@testable import EnlaceStoreSQLite

@Suite("Making and opening the store's file")
struct StoreFileTests {
    @Test("opening never makes a store")
    func missing() async throws {
        let folder = try StoreFolder()
        await expectFailure(.storeMissing) { _ = try folder.open() }
        #expect(try folder.names().isEmpty)
    }

    @Test("making a store refuses one that is there and leaves it as it is")
    func exists() async throws {
        let folder = try StoreFolder()
        let store = try await folder.create()
        _ = try await store.recordSubmission(.fixture(.fixture(1)))
        try await store.close()
        let before = try Data(contentsOf: URL(fileURLWithPath: folder.path))
        await expectFailure(.storeExists) { _ = try await folder.create() }
        #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path)) == before)
        #expect(try folder.names() == ["store.sqlite"])
    }

    @Test("a making that was cut off leaves nothing that hinders the next")
    func cutOff() async throws {
        let folder = try StoreFolder()
        for suffix in ["", "-wal"] {
            try Data("cut off".utf8).write(
                to: URL(fileURLWithPath: "\(folder.path).new\(suffix)"))
        }
        await expectFailure(.storeMissing) { _ = try folder.open() }
        let store = try await folder.create()
        try await store.close()
        #expect(try folder.names() == ["store.sqlite"])
    }

    @Test("a second opener is refused until the first has closed")
    func locked() async throws {
        let folder = try StoreFolder()
        let store = try await folder.create()
        await expectFailure(.storeLocked) { _ = try folder.open() }
        try await store.close()
        let again = try folder.open()
        #expect(again.identity == Fixture.identity)
        try await again.close()
    }

    @Test("what a store holds is there after closing and opening")
    func reopened() async throws {
        let folder = try StoreFolder()
        let store = try await folder.create()
        let document = DocumentRecord.fixture(1)
        _ = try await store.reserveReference(year: 2026)
        _ = try await store.recordSubmission(.fixture(document))
        try await store.close()
        let again = try folder.open()
        #expect(try await again.document(document.identity)?.document == document)
        #expect(try await again.reserveReference(year: 2026).serial == 2)
        _ = try await again.recordSubmission(.fixture(.fixture(2)))
        #expect(try await expectConsistent(again) == 2)
        try await again.close()
    }

    @Test("a store of a newer version is refused and not touched")
    func newer() async throws {
        let folder = try StoreFolder()
        try await folder.create().close()
        try folder.change("PRAGMA user_version = 2")
        let before = try Data(contentsOf: URL(fileURLWithPath: folder.path))
        await expectFailure(.storeNewer) { _ = try folder.open() }
        #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path)) == before)
        try folder.change("PRAGMA user_version = 1")
        try folder.change("INSERT INTO grdb_migrations VALUES ('2 of the future')")
        await expectFailure(.storeNewer) { _ = try folder.open() }
    }

    @Test(
        "a file that is not a store is refused",
        arguments: ["", "not a database", String(repeating: "SQLite format 3\0", count: 10)])
    func foreign(text: String) async throws {
        let folder = try StoreFolder()
        try Data(text.utf8).write(to: URL(fileURLWithPath: folder.path))
        await expectFailure(.storeDamaged) { _ = try folder.open() }
        #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path)) == Data(text.utf8))
    }

    @Test("another program's database is refused")
    func otherProgram() async throws {
        let folder = try StoreFolder()
        try folder.change("CREATE TABLE other (id INTEGER)")
        await expectFailure(.storeDamaged) { _ = try folder.open() }
    }

    @Test("a folder that cannot be written is named")
    func readOnly() async throws {
        await expectFailure(.fileNotWritable) {
            _ = try SQLiteStore.create(
                at: "/sys/enlace.sqlite", identity: Fixture.identity, hasher: TestHasher.tree)
        }
    }

    @Test("the files are for the owner alone")
    func modes() async throws {
        let folder = try StoreFolder()
        let store = try await folder.create()
        for suffix in ["", "-wal", "-shm"] {
            let attributes = try FileManager.default.attributesOfItem(atPath: folder.path + suffix)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
        }
        try await store.close()
    }

    @Test("the writer syncs every commit, and what protects the data is on")
    func settings() async throws {
        let folder = try StoreFolder()
        let store = try await folder.create()
        let wanted = [
            "synchronous": "2", "journal_mode": "wal", "foreign_keys": "1", "secure_delete": "1",
            "temp_store": "2", "user_version": "1", "application_id": "1162759235",
        ]
        for (name, value) in wanted {
            let found = try await store.pool.writeWithoutTransaction { db in
                try String.fetchOne(db, sql: "PRAGMA \(name)")
            }
            #expect(found == value, "\(name)")
        }
        try await store.close()
    }

    @Test("every table is strict")
    func strict() async throws {
        let folder = try StoreFolder()
        let store = try await folder.create()
        let lax = try await store.pool.read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT name FROM pragma_table_list
                    WHERE schema = 'main' AND type = 'table' AND strict = 0
                        AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'grdb_%'
                    """)
        }
        #expect(lax.isEmpty)
        try await store.close()
    }
}
