import EnlaceStoreSQLite
import EnlaceTestSupport
import Testing

@Suite("The embedded store keeps the promises of every store")
struct SQLiteStoreConformanceTests {
    @Test("a promise of the contract", arguments: StoreConformance.promises)
    func holds(_ promise: StorePromise) async throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore.create(
            at: folder.path("store.sqlite"), identity: Fixture.identity, hasher: TestHasher.tree)
        try await promise.verify(on: store)
        // Already closed by the promise about closing.
        try? await store.close()
    }

    @Test(
        "a promise of the contract, one operation for each commit",
        arguments: StoreConformance.promises)
    func holdsWithoutGroups(_ promise: StorePromise) async throws {
        let folder = try TemporaryFolder()
        var limits = SQLiteLimits()
        limits.groupOperationsMax = 1
        let store = try SQLiteStore.create(
            at: folder.path("store.sqlite"), identity: Fixture.identity, hasher: TestHasher.tree,
            limits: limits)
        try await promise.verify(on: store)
        try? await store.close()
    }
}
