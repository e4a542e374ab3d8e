import Dispatch
import GRDB

/// Holds the writer's queue until a test opens it.
final class Gate: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)

    func wait() { semaphore.wait() }

    func open() { semaphore.signal() }
}

/// Counts commits; called and read on the writer's queue, or when it is idle.
final class TransactionCounter: TransactionObserver, @unchecked Sendable {
    private(set) var count = 0

    func observes(eventsOfKind eventKind: DatabaseEventKind) -> Bool { true }

    func databaseDidChange(with event: DatabaseEvent) {}

    func databaseDidCommit(_ db: Database) { count += 1 }

    func databaseDidRollback(_ db: Database) {}
}
