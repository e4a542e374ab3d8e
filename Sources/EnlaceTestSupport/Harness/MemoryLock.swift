import EnlaceBroker
package import EnlaceLog
package import EnlaceModel
import Synchronization

/// A lock record without a disk, which a test can also turn back or make fail.
package final class MemoryLock: LockStorage {
    private struct State {
        var record: LockRecord
        var failure: ErrorCode?
    }

    private let state: Mutex<State>

    package init(_ record: LockRecord = LockRecord()) {
        state = Mutex(State(record: record))
    }

    package func load() -> LockRecord { state.withLock { $0.record } }

    package func save(_ newer: LockRecord) throws {
        try state.withLock { held in
            if let failure = held.failure { throw BrokerError(failure, object: "lock") }
            held.record = newer
        }
    }

    /// Every later save fails with this code; nil ends it.
    package func fail(with code: ErrorCode?) { state.withLock { $0.failure = code } }
}
