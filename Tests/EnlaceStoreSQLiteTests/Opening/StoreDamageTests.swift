import EnlaceLog
import EnlaceModel
import EnlaceStore
import EnlaceTestSupport
import Foundation
import GRDB
import Testing

@testable import EnlaceStoreSQLite

@Suite("Damage and crashes")
struct StoreDamageTests {
    private func filled(_ folder: StoreFolder, documents: Int) async throws -> SQLiteStore {
        let store = try await folder.create()
        for number in 1...documents {
            _ = try await store.recordSubmission(.fixture(.fixture(number, byteCount: 3000)))
        }
        return store
    }

    /// Overwrites pages near the end, which hold documents; the very last may be free ones.
    private func scribble(_ path: String, pages: Int) throws {
        let url = URL(fileURLWithPath: path)
        var bytes = try Data(contentsOf: url)
        let end = bytes.count - SQLiteLimits().pageBytes * 4
        for index in (end - SQLiteLimits().pageBytes * pages)..<end { bytes[index] = 0xA5 }
        try bytes.write(to: url)
    }

    @Test("a store that was not closed is checked, and damaged pages refuse it")
    func damagedAfterCrash() async throws {
        let folder = try StoreFolder()
        try await filled(folder, documents: 20).close()
        try folder.change("UPDATE store SET is_closed = 0")
        let sound = try folder.open()
        try await sound.close()
        try folder.change("UPDATE store SET is_closed = 0; PRAGMA wal_checkpoint(TRUNCATE)")
        try scribble(folder.path, pages: 2)
        await expectFailure(.storeDamaged) { _ = try folder.open() }
    }

    @Test("a damaged page found later is STORE_DAMAGED, and nothing is written after it")
    func damagedPage() async throws {
        let folder = try StoreFolder()
        try await filled(folder, documents: 50).close()
        try scribble(folder.path, pages: 10)
        let store = try folder.open()
        await expectFailure(.storeDamaged) {
            for number in 1...50 { _ = try await store.document(Fixture.identity(number)) }
        }
        await expectFailure(.storeDamaged) {
            for number in 1...50 {
                // Compares with the stored content, which is on the damaged pages.
                _ = try await store.recordSubmission(.fixture(.fixture(number)))
            }
        }
        await expectFailure(.storeDamaged) { _ = try await store.reserveReference(year: 2026) }
        try? await store.close()
    }

    @Test(
        "a row that cannot be read is an error, never skipped",
        arguments: [
            "UPDATE documents SET origin = 'nobody'",
            "UPDATE documents SET traffic_light = 'TLP:BLUE'",
            "UPDATE documents SET schema = 'LEAD'",
            "UPDATE documents SET drafted_at = 9223372036854775807, reference = 'x'",
            "UPDATE deliveries SET recipient = 'x'",
            "UPDATE deliveries SET reason = 'NO_SUCH_CODE'",
        ])
    func damagedRow(change: String) async throws {
        let folder = try StoreFolder()
        try await filled(folder, documents: 1).close()
        try folder.change(change)
        let store = try folder.open()
        await expectFailure(.storeDamaged) {
            _ = try await store.documents(
                DocumentQuery(
                    direction: .both, states: [], types: [], peer: nil, threadID: nil,
                    readableBy: nil, cursor: nil, limit: 10))
        }
        try? await store.close()
    }

    @Test("a crash after commits loses none of them")
    func crashed() async throws {
        let folder = try StoreFolder()
        let store = try await filled(folder, documents: 30)
        let copy = try folder.crash()
        let recovered = try folder.open(at: copy)
        #expect(try await expectConsistent(recovered) == 30)
        _ = try await recovered.recordSubmission(.fixture(.fixture(31)))
        #expect(try await expectConsistent(recovered) == 31)
        try await recovered.close()
        try await store.close()
    }

    @Test("a crash among many writers keeps everything that was reported before it")
    func crashedMidway() async throws {
        let folder = try StoreFolder()
        let store = try await folder.create()
        var reported: [DocumentIdentity] = []
        var copy = folder.path
        var reportedBefore: [DocumentIdentity] = []
        try await withThrowingTaskGroup(of: DocumentIdentity.self) { group in
            for number in 1...300 {
                group.addTask {
                    let document = DocumentRecord.fixture(number, byteCount: 2000)
                    _ = try await store.recordSubmission(.fixture(document))
                    return document.identity
                }
            }
            for try await identity in group {
                reported.append(identity)
                if reported.count == 100 {
                    reportedBefore = reported
                    copy = try folder.crash()
                }
            }
        }
        let recovered = try folder.open(at: copy)
        #expect(try await expectConsistent(recovered) >= 100)
        for identity in reportedBefore {
            #expect(try await recovered.document(identity) != nil)
        }
        try await recovered.close()
        try await store.close()
    }

    @Test("a write-ahead log cut anywhere gives a whole number of transactions", arguments: 1...8)
    func cut(eighths: Int) async throws {
        let folder = try StoreFolder()
        let store = try await filled(folder, documents: 24)
        let copy = try folder.crash()
        let wal = URL(fileURLWithPath: copy + "-wal")
        let bytes = try Data(contentsOf: wal)
        try bytes.prefix(bytes.count * eighths / 8 - 1).write(to: wal)
        let recovered = try folder.open(at: copy)
        if try await recovered.log(recovered.identity.localLog) != nil {
            let rows = try await expectConsistent(recovered)
            #expect((0..<24).contains(rows))
        }
        try await recovered.close()
        try await store.close()
    }

    @Test("a full disk is DISK_FULL, nothing of the operation is there, and room heals it")
    func full() async throws {
        var folder = try StoreFolder()
        folder.limits.databasePagesMax = 60
        let store = try await folder.create()
        var stored = 0
        do {
            while stored < 1000 {
                _ = try await store.recordSubmission(
                    .fixture(.fixture(stored + 1, byteCount: 3000)))
                stored += 1
            }
            Issue.record("never full")
        } catch {
            #expect(error == StoreError(.diskFull, object: ""))
        }
        #expect(stored > 5)
        #expect(try await expectConsistent(store) == stored)
        #expect(try await store.document(Fixture.identity(stored + 1)) == nil)
        try await store.close()
        folder.limits.databasePagesMax = nil
        let again = try folder.open()
        _ = try await again.recordSubmission(.fixture(.fixture(stored + 1, byteCount: 3000)))
        #expect(try await expectConsistent(again) == stored + 1)
        try await again.close()
    }

    @Test("when the disk fills under a group, what was reported stored is there and no more")
    func fullGroup() async throws {
        var folder = try StoreFolder()
        folder.limits.databasePagesMax = 100
        let store = try await folder.create()
        let stored = await withTaskGroup(of: Bool.self) { group in
            for number in 1...300 {
                group.addTask {
                    let record = SubmissionRecord.fixture(.fixture(number, byteCount: 3000))
                    do {
                        return try await store.recordSubmission(record) == .stored
                    } catch {
                        #expect((error as? StoreError)?.code == .diskFull)
                        return false
                    }
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(stored < 300)
        #expect(try await expectConsistent(store) == stored)
        try await store.close()
    }
}
