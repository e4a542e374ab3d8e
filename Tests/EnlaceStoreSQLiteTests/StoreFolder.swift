import EnlaceLog
import EnlaceModel
import EnlaceStore
import EnlaceStoreSQLite
import EnlaceTestSupport
import Foundation
import GRDB
import Testing

/// A folder with one store file, and hands on the file behind the store's back.
struct StoreFolder {
    let folder: TemporaryFolder
    var limits = SQLiteLimits()

    init() throws {
        folder = try TemporaryFolder()
    }

    var path: String { folder.path("store.sqlite") }

    /// A new store with its local log and its channel log to the Mexican node.
    func create() async throws -> SQLiteStore {
        let store = try SQLiteStore.create(
            at: path, identity: Fixture.identity, hasher: TestHasher.tree, limits: limits)
        _ = try await store.createLog(store.identity.localLog, first: Fixture.keys())
        _ = try await store.createLog(
            Fixture.channel(of: Fixture.hsi, to: Fixture.fevimtra), first: Fixture.keys())
        return store
    }

    func open(at path: String? = nil) throws -> SQLiteStore {
        try SQLiteStore.open(at: path ?? self.path, hasher: TestHasher.tree, limits: limits)
    }

    /// What is in the folder, but for the lock.
    func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { !$0.hasSuffix(".lock") }.sorted()
    }

    func change(_ sql: String) throws {
        try DatabaseQueue(path: path).writeWithoutTransaction { try $0.execute(sql: sql) }
    }

    /// Copies the files of an open store as a crash would leave them; gives the copy's path.
    func crash() throws -> String {
        let copy = folder.path("crashed.sqlite")
        for suffix in ["", "-wal"] {
            try FileManager.default.copyItem(atPath: path + suffix, toPath: copy + suffix)
        }
        return copy
    }
}

func expectFailure(
    _ code: ErrorCode, sourceLocation: SourceLocation = #_sourceLocation,
    _ body: () async throws -> Void
) async {
    do {
        try await body()
        Issue.record("nothing was thrown", sourceLocation: sourceLocation)
    } catch {
        #expect((error as? StoreError)?.code == code, sourceLocation: sourceLocation)
    }
}

/// The local log hashes to the stored edge and tells of exactly the documents that are there.
func expectConsistent(_ store: SQLiteStore) async throws -> Int {
    let log = try #require(try await store.log(store.identity.localLog))
    let entries = try await store.entries(of: log.origin, from: 0, limit: 1_000_000)
    var edge = TreeEdge()
    for bytes in entries { edge.append(leaf: TestHasher.tree.leaf(bytes), hasher: TestHasher.tree) }
    #expect(edge == log.edge)
    let counts = try await store.deliveryCounts()
    let rows = counts.values.flatMap(\.values).reduce(0, +)
    #expect(entries.count == rows + 1)
    return rows
}
