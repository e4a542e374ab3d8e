package import EnlaceLog
import EnlaceModel
package import EnlaceStore
import Synchronization

/// A store without a disk, with the exact promises of the contract but durability.
///
/// One struct under a mutex; a transaction that throws puts the struct back as it was.
package final class InMemoryStore: Store {
    package let identity: StoreIdentity
    private let state: Mutex<InMemoryState>

    package init(identity: StoreIdentity, hasher: TreeHasher = TestHasher.tree) {
        self.identity = identity
        state = Mutex(InMemoryState(identity: identity, hasher: hasher))
    }

    func transaction<Value: Sendable>(
        _ body: (inout InMemoryState) throws(StoreError) -> Value
    ) throws(StoreError) -> Value {
        try state.withLock { state throws(StoreError) in
            guard !state.isClosed else { throw StoreError(.shuttingDown, object: "store") }
            let before = state
            do throws(StoreError) {
                return try body(&state)
            } catch {
                state = before
                throw error
            }
        }
    }

    package func close() async throws(StoreError) {
        try transaction { state throws(StoreError) in state.isClosed = true }
    }
}
