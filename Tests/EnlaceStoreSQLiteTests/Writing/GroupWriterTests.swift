import EnlaceModel
import EnlaceStore
import EnlaceTestSupport
import GRDB
import Testing

@testable import EnlaceStoreSQLite

@Suite("Group commit")
struct GroupWriterTests {
    @Test("an operation that fails does not spoil the others of its group")
    func failureInGroup() async throws {
        let folder = try StoreFolder()
        let store = try await folder.create()
        let unknown = Fixture.channel(of: Fixture.hsi, to: Fixture.fbi)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 1...100 {
                group.addTask {
                    let outcome = try await store.recordSubmission(.fixture(.fixture(number)))
                    #expect(outcome == .stored)
                }
                group.addTask {
                    // Fails after its document and its row were written.
                    await expectFailure(.logUnknown) {
                        _ = try await store.writer.write { transaction in
                            _ = try transaction.submit(.fixture(.fixture(1000 + number)))
                            _ = try transaction.append([Fixture.keys()], to: unknown)
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await expectConsistent(store) == 100)
        #expect(try await store.document(Fixture.identity(1050)) == nil)
        try await store.close()
    }

    @Test("operations that wait together share a transaction")
    func shared() async throws {
        let folder = try StoreFolder()
        let store = try await folder.create()
        let transactions = TransactionCounter()
        try await store.pool.writeWithoutTransaction { db in
            db.add(transactionObserver: transactions, extent: .databaseLifetime)
        }
        // The writer is held until all have arrived.
        let gate = Gate()
        store.pool.asyncWriteWithoutTransaction { _ in gate.wait() }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 1...100 {
                group.addTask { _ = try await store.recordSubmission(.fixture(.fixture(number))) }
            }
            while store.writer.waitingCount < 100 { await Task.yield() }
            gate.open()
            try await group.waitForAll()
        }
        #expect(transactions.count == 1)
        try await store.close()
    }

    @Test("more than may wait is BUSY, and nothing of it is written")
    func backPressure() async throws {
        var folder = try StoreFolder()
        folder.limits.waitingOperationsMax = 10
        let store = try await folder.create()
        let gate = Gate()
        store.pool.asyncWriteWithoutTransaction { _ in gate.wait() }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 1...10 {
                group.addTask { _ = try await store.recordSubmission(.fixture(.fixture(number))) }
            }
            while store.writer.waitingCount < 10 { await Task.yield() }
            await expectFailure(.busy) {
                _ = try await store.recordSubmission(.fixture(.fixture(11)))
            }
            gate.open()
            try await group.waitForAll()
        }
        #expect(try await expectConsistent(store) == 10)
        try await store.close()
    }

    @Test("closing writes what waits and then gives the file free")
    func closing() async throws {
        let folder = try StoreFolder()
        let store = try await folder.create()
        let gate = Gate()
        store.pool.asyncWriteWithoutTransaction { _ in gate.wait() }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 1...20 {
                group.addTask { _ = try await store.recordSubmission(.fixture(.fixture(number))) }
            }
            while store.writer.waitingCount < 20 { await Task.yield() }
            gate.open()
            try await store.close()
            try await group.waitForAll()
        }
        let again = try folder.open()
        #expect(try await expectConsistent(again) == 20)
        try await again.close()
    }

    @Test("closing, writing and reading go through in a cancelled task")
    func cancelled() async throws {
        let folder = try StoreFolder()
        let store = try await folder.create()
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            _ = try await store.recordSubmission(.fixture(.fixture(1)))
            let count = try await expectConsistent(store)
            try await store.close()
            return count
        }
        #expect(try await task.value == 1)
        try await folder.open().close()
    }
}
