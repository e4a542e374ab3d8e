import EnlaceFiles
import EnlaceLog
import EnlaceModel
import EnlaceStore
import EnlaceTestSupport
import Testing

@testable import EnlaceBroker

@Suite("Log keeper and lock record")
struct LogKeeperTests {
    private static let log = Fixture.channel(of: Fixture.hsi, to: Fixture.fevimtra)

    private func store(entries: Int) async throws -> InMemoryStore {
        let store = InMemoryStore(identity: Fixture.identity)
        _ = try await store.createLog(
            Fixture.identity.localLog, first: Fixture.keys())
        _ = try await store.createLog(Self.log, first: Fixture.keys())
        for number in 1..<entries {
            _ = try await store.append([anchor(number)], to: Self.log)
        }
        return store
    }

    private func anchor(_ number: Int) -> EntryDraft {
        Fixture.draft(
            .localAnchor(
                TreeHeadBody(size: UInt64(number), root: Fixture.digest("root \(number)"))))
    }

    private func keeper(_ store: InMemoryStore, _ lock: any LockStorage) -> LogKeeper {
        LogKeeper(
            store: store, lock: lock, hasher: TestHasher.tree,
            signer: TestNodeIdentity.hsi.logSigner)
    }

    private func code(_ body: () async throws -> Void) async throws -> ErrorCode? {
        do {
            try await body()
            return nil
        } catch let error as any CodedError {
            return error.code
        }
    }

    @Test("a head is signed only after the lock record holds it")
    func order() async throws {
        let store = try await store(entries: 3)
        let lock = MemoryLock()
        let keeper = keeper(store, lock)
        let edge = try #require(try await store.log(Self.log)).edge
        #expect(try await code { _ = try await keeper.sign(edge, of: Self.log) } != nil)
        try await keeper.open()
        await keeper.confirm(Self.log)
        lock.fail(with: .diskFull)
        #expect(try await code { _ = try await keeper.sign(edge, of: Self.log) } == .diskFull)
        #expect(lock.load().head(of: Self.log) == nil)
        lock.fail(with: nil)
        let checkpoint = try await keeper.sign(edge, of: Self.log)
        await keeper.withhold(Self.log)
        #expect(try await code { _ = try await keeper.sign(edge, of: Self.log) } == .stateForbids)
        #expect(try await keeper.checkpoint(of: Self.log) == checkpoint)
        await keeper.confirm(Self.log)
        #expect(lock.load().head(of: Self.log) == checkpoint.head)
        #expect(try await keeper.sign(edge, of: Self.log) == checkpoint)
    }

    @Test("another root at the size last signed is never signed")
    func fork() async throws {
        let store = try await store(entries: 3)
        let keeper = keeper(store, MemoryLock())
        try await keeper.open()
        await keeper.confirm(Self.log)
        let edge = try #require(try await store.log(Self.log)).edge
        _ = try await keeper.sign(edge, of: Self.log)
        var other = TreeEdge()
        for number in 0..<edge.size {
            other.append(leaf: Fixture.digest("\(number)"), hasher: TestHasher.tree)
        }
        let forked = other
        #expect(
            try await code { _ = try await keeper.sign(forked, of: Self.log) }
                == .logLockMismatch)
    }

    @Test("a store behind the lock record, or with another history, does not start")
    func rolledBack() async throws {
        let lock = MemoryLock()
        let full = try await store(entries: 5)
        let first = keeper(full, lock)
        try await first.open()
        await first.confirm(Self.log)
        _ = try await first.checkpoint(of: Self.log)
        // A store that goes on is what a crash leaves, and starts.
        _ = try await full.append([anchor(9)], to: Self.log)
        try await keeper(full, lock).open()
        let older = try await store(entries: 3)
        #expect(try await code { try await keeper(older, lock).open() } == .logRolledBack)
        let other = InMemoryStore(identity: Fixture.identity)
        _ = try await other.createLog(Self.log, first: Fixture.keys(at: ManualClock.start))
        for number in 11...18 { _ = try await other.append([anchor(number)], to: Self.log) }
        #expect(try await code { try await keeper(other, lock).open() } == .logLockMismatch)
        let empty = InMemoryStore(identity: Fixture.identity)
        #expect(try await code { try await keeper(empty, lock).open() } == .logRolledBack)
    }

    @Test("concurrent signers all find their head in the record")
    func concurrent() async throws {
        let store = try await store(entries: 2)
        let lock = MemoryLock()
        let keeper = keeper(store, lock)
        try await keeper.open()
        await keeper.confirm(Self.log)
        var edges: [TreeEdge] = []
        for number in 0..<50 {
            edges.append(try await store.append([anchor(number)], to: Self.log).edge)
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for edge in edges {
                group.addTask {
                    _ = try await keeper.sign(edge, of: Self.log)
                    let held = try #require(lock.load().head(of: Self.log))
                    #expect(held.size >= edge.size)
                }
            }
            try await group.waitForAll()
        }
    }

    @Test("the lock file is made once, survives, and its absence stops a start")
    func file() throws {
        let folder = try TemporaryFolder()
        let file = LockFile(path: folder.path("lock"), hasher: TestHasher.tree)
        #expect(throws: BrokerError(.logLockMismatch, object: "")) { try file.load() }
        try file.create()
        #expect(throws: (any Error).self) { try file.create() }
        var record = try file.load()
        let head = TreeHead(size: 3, root: Fixture.digest("root"))
        try record.advance(Self.log, from: nil, to: head)
        try file.save(record)
        #expect(try file.load().head(of: Self.log) == head)
        try record.advance(Self.log, from: head, to: TreeHead(size: 4, root: head.root))
        try file.save(record)
        #expect(try file.load() == record)
        let bytes = try FileSystem.read(folder.path("lock"), bytesMax: 1 << 16)
        let length = record.encoded(hasher: TestHasher.tree).count
        for cut in 1..<length {
            try FileSystem.writeDurably(
                bytes.dropLast(cut), to: folder.path("lock"), mode: .privateFile)
            #expect(try file.load().head(of: Self.log) == head)
        }
        try file.save(record)
        #expect(try file.load() == record)
        var damaged = bytes
        damaged[bytes.count - length / 2] ^= 1
        try FileSystem.writeDurably(damaged, to: folder.path("lock"), mode: .privateFile)
        #expect(throws: LogError(.logLockMismatch, object: "")) { try file.load() }
    }

    @Test("the lock file does not grow without end")
    func growth() throws {
        let folder = try TemporaryFolder()
        let file = LockFile(path: folder.path("lock"), hasher: TestHasher.tree)
        try file.create()
        var record = LockRecord()
        var head: TreeHead?
        for size in 1...500 {
            let next = TreeHead(size: UInt64(size), root: Fixture.digest("\(size)"))
            try record.advance(Self.log, from: head, to: next)
            head = next
            try file.save(record)
        }
        #expect(try file.load() == record)
        #expect(try FileSystem.size(of: folder.path("lock")) < 66_000)
    }
}
