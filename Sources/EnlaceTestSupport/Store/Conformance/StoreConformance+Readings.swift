import EnlaceLog
import EnlaceModel
import EnlaceStore
import Testing

private func reading(_ document: DocumentRecord, by name: String, at: Timestamp) -> ReadingRecord {
    ReadingRecord(
        identity: document.identity, officer: Fixture.officer(name), at: at,
        purpose: "INVESTIGATION", reason: "Caso 7 · niña")
}

extension StoreConformance {
    static let readings: [StorePromise] = [
        StorePromise("the first reading of a received document appends READ and moves its state") {
            bench in
            var peer = PeerLog()
            let document = DocumentRecord.fixture(
                1, origin: Fixture.fevimtra, recipients: [Fixture.hsi])
            _ = try await bench.store.recordPeerBatch(peer.batch(sealing: [document]))
            let entry = Fixture.draft(
                .read(
                    ReadBody(
                        sentIndex: 1, messageID: document.identity.messageID,
                        content: document.content)))
            let readings = [
                reading(document, by: "o-1", at: bench.time(5)),
                reading(document, by: "o-2", at: bench.time(6)),
            ]
            for (number, reading) in readings.enumerated() {
                let isFirst = try await bench.store.recordReading(
                    reading, readEntry: entry, log: bench.own,
                    localEntries: [Fixture.local(.read)])
                #expect(isFirst == (number == 0))
            }
            let row = try await bench.row(document, Fixture.hsi)
            #expect(row.state == .read && row.readAt == bench.time(5))
            #expect(try await bench.store.readings(of: document.identity) == readings)
            #expect(
                try await bench.entries(bench.own).map(\.body.name)
                    == ["KEYS", "RECEIVED", "READ"])
            #expect(try await bench.entries(bench.store.identity.localLog).count == 3)
            try await bench.expectSoundLog(bench.own)
        },
        StorePromise("reading an own document moves no state and appends no READ") { bench in
            let document = try await bench.submit(.fixture(1))
            let isFirst = try await bench.store.recordReading(
                reading(document, by: "o-1", at: bench.start), readEntry: nil, log: nil,
                localEntries: [])
            #expect(isFirst)
            #expect(try await bench.row(document).state == .queued)
            #expect(try await bench.size(bench.own) == 1)
        },
        StorePromise("reading what is not there is NOT_FOUND and leaves nothing") { bench in
            await bench.expectFailure(.notFound) {
                _ = try await bench.store.recordReading(
                    reading(.fixture(9), by: "o-1", at: bench.start), readEntry: nil, log: nil,
                    localEntries: [Fixture.local(.read)])
            }
            let size = try await bench.size(bench.store.identity.localLog)
            #expect(size == 1)
            #expect(try await bench.store.readings(of: Fixture.identity(9)).isEmpty)
        },
    ]
}
