import EnlaceTestSupport
import Testing

@Suite("The in-memory store keeps the promises of every store")
struct InMemoryStoreTests {
    @Test("a promise of the contract", arguments: StoreConformance.promises)
    func holds(_ promise: StorePromise) async throws {
        try await promise.verify(on: InMemoryStore(identity: Fixture.identity))
    }
}
