import EnlaceLog
import EnlaceModel
import EnlaceStore
import Testing

extension StoreConformance {
    static let logs: [StorePromise] = [
        StorePromise("an own log begins with its first entry and exists once") { bench in
            let origin = Fixture.channel(of: Fixture.hsi, to: Fixture.fbi)
            #expect(try await bench.store.log(origin) == nil)
            let batch = try await bench.store.createLog(origin, first: Fixture.keys())
            #expect(batch.firstIndex == 0 && batch.entries.count == 1 && batch.edge.size == 1)
            await bench.expectFailure(.logConflict) {
                _ = try await bench.store.createLog(origin, first: Fixture.keys())
            }
            #expect(try await bench.size(origin) == 1)
            let origins = try await bench.store.logs().map(\.origin)
            #expect(origins == [bench.own, origin, bench.store.identity.localLog])
            await bench.expectFailure(.logUnknown) {
                _ = try await bench.store.createLog(
                    Fixture.localLog(of: Fixture.fbi), first: Fixture.keys())
            }
        },
        StorePromise("appending gives contiguous indexes and the edge of the whole tree") { bench in
            let origin = bench.store.identity.localLog
            for count in 1...9 {
                let drafts = (0..<count).map { Fixture.local(.logonSucceeded, $0) }
                let batch = try await bench.store.append(drafts, to: origin)
                #expect(batch.entries.count == count)
                #expect(batch.edge.size == batch.firstIndex + UInt64(count))
                #expect(try await bench.store.log(origin)?.edge == batch.edge)
            }
            #expect(try await bench.size(origin) == 46)
            try await bench.expectSoundLog(origin)
            await bench.expectFailure(.logUnknown) {
                _ = try await bench.store.append(
                    [Fixture.keys()], to: Fixture.channel(of: Fixture.hsi, to: Fixture.fbi))
            }
        },
        StorePromise("appending at the same time leaves no gap") { bench in
            let origin = bench.store.identity.localLog
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<40 {
                    group.addTask {
                        let draft = Fixture.local(.started, number)
                        _ = try await bench.store.append([draft, draft], to: origin)
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await bench.size(origin) == 81)
            try await bench.expectSoundLog(origin)
        },
        StorePromise("entries are read from an index on, in order and at most as many as asked") {
            bench in
            let origin = bench.store.identity.localLog
            _ = try await bench.store.append(
                (0..<9).map { Fixture.local(.stopped, $0) }, to: origin)
            let all = try await bench.store.entries(of: origin, from: 0, limit: 100)
            #expect(all.count == 10)
            #expect(
                try await bench.store.entries(of: origin, from: 3, limit: 4) == Array(all[3..<7]))
            #expect(try await bench.store.entries(of: origin, from: 10, limit: 4).isEmpty)
            #expect(
                try await bench.store.entries(of: origin, from: .max, limit: 4).isEmpty)
            await bench.expectFailure(.logUnknown) {
                _ = try await bench.store.entries(
                    of: Fixture.localLog(of: Fixture.fbi), from: 0, limit: 1)
            }
        },
        StorePromise("checkpoints are kept by size; the newest stands in the record") { bench in
            let origin = bench.store.identity.localLog
            for number in 1...2 {
                let edge = try #require(try await bench.store.log(origin)).edge
                let checkpoint = CheckpointRecord(
                    head: TreeHead(edge, hasher: TestHasher.tree), note: [UInt8(number)])
                try await bench.store.recordCheckpoint(checkpoint, of: origin)
                #expect(try await bench.store.log(origin)?.checkpoint == checkpoint)
                _ = try await bench.store.append([Fixture.local(.started, number)], to: origin)
            }
            #expect(try await bench.store.checkpoint(of: origin, size: 1)?.note == [1])
            #expect(try await bench.store.checkpoint(of: origin, size: 3) == nil)
        },
        StorePromise("a checkpoint that contradicts the log or a kept one is refused") { bench in
            let origin = bench.store.identity.localLog
            let wrong = TreeHead(size: 1, root: Fixture.digest("wrong"))
            let ahead = TreeHead(size: 2, root: Fixture.digest("ahead"))
            for head in [wrong, ahead] {
                await bench.expectFailure(.logInconsistent) {
                    try await bench.store.recordCheckpoint(
                        CheckpointRecord(head: head, note: [0]), of: origin)
                }
            }
            let checkpoint = try await bench.store.log(origin)?.checkpoint
            #expect(checkpoint == nil)
        },
        StorePromise("after closing every call fails") { bench in
            try await bench.store.close()
            await bench.expectFailure(.shuttingDown) { _ = try await bench.store.logs() }
            await bench.expectFailure(.shuttingDown) {
                _ = try await bench.store.reserveReference(year: 2026)
            }
        },
    ]
}
