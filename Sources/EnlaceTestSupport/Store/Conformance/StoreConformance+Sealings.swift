import EnlaceLog
import EnlaceModel
import EnlaceStore
import Testing

extension StoreConformance {
    static let sealings: [StorePromise] = [
        StorePromise("sealing appends the others and the SENT entries, keeps the envelopes") {
            bench in
            let documents = [DocumentRecord.fixture(1), .fixture(2)]
            for document in documents { try await bench.submit(document) }
            let items = documents.map { SealedItem.fixture($0, at: bench.time(7)) }
            let anchor = Fixture.draft(
                .localAnchor(TreeHeadBody(size: 1, root: Fixture.digest("root"))))
            let batch = try #require(
                try await bench.store.recordSealing(
                    .fixture(
                        items, otherEntries: [anchor],
                        localEntries: [Fixture.local(.sealed)], at: bench.time(7))))
            #expect(batch.firstIndex == 1)
            let entries = try await bench.entries(bench.own)
            #expect(entries.map(\.body.name) == ["KEYS", "LOCAL-ANCHOR", "SENT", "SENT"])
            #expect(batch.entries == entries.dropFirst().map(\.encoded))
            #expect(try await bench.store.log(bench.own)?.edge == batch.edge)
            try await bench.expectSoundLog(bench.own)
            let row = try await bench.row(documents[1])
            #expect(row.state == .sent && row.attempt == 1 && row.sentIndex == 3)
            #expect(row.sentAt == bench.time(7))
            let envelopes = try await bench.store.envelopesInFlight(
                to: Fixture.fevimtra, in: 0..<100)
            #expect(envelopes.map(\.index) == [2, 3])
            #expect(envelopes.map(\.envelope) == items.map(\.envelope))
            #expect(envelopes.map(\.clearHeader) == items.map(\.clearHeader))
            let second = try await bench.store.envelopesInFlight(to: Fixture.fevimtra, in: 3..<4)
            #expect(second.map(\.index) == [3])
            #expect(
                try await bench.store.dueForSealing(
                    to: Fixture.fevimtra, now: bench.time(99), limit: 9
                ).isEmpty)
            #expect(try await bench.size(bench.store.identity.localLog) == 4)
        },
        StorePromise("sealing leaves out withdrawn rows and the indexes stay contiguous") { bench in
            let documents = [DocumentRecord.fixture(1), .fixture(2), .fixture(3)]
            for document in documents { try await bench.submit(document) }
            _ = try await bench.store.recordWithdrawal(
                of: documents[1].identity, localEntries: [], at: bench.start)
            let batch = try #require(
                try await bench.store.recordSealing(
                    .fixture(documents.map { .fixture($0) })))
            #expect(batch.entries.count == 2)
            #expect(try await bench.row(documents[0]).sentIndex == 1)
            #expect(try await bench.row(documents[1]).state == .withdrawn)
            #expect(try await bench.row(documents[2]).sentIndex == 2)
            try await bench.expectSoundLog(bench.own)
            let sent = try await bench.entries(bench.own).compactMap { entry -> MessageID? in
                guard case .sent(let body) = entry.body else { return nil }
                return body.messageID
            }
            #expect(sent == [documents[0], documents[2]].map(\.identity.messageID))
        },
        StorePromise("sealing what is no longer queued appends nothing at all") { bench in
            let document = DocumentRecord.fixture(1)
            try await bench.submitAndSeal(document)
            let again = SealingRecord.fixture(
                [.fixture(document), .fixture(.fixture(2))],
                localEntries: [Fixture.local(.sealed)])
            #expect(try await bench.store.recordSealing(again) == nil)
            #expect(try await bench.size(bench.own) == 2)
            #expect(try await bench.size(bench.store.identity.localLog) == 2)
        },
        StorePromise("other entries alone are appended") { bench in
            let record = SealingRecord.fixture(
                [],
                otherEntries: [
                    Fixture.draft(
                        .directory(
                            DirectoryBody(
                                version: 1, directory: Fixture.digest("directory"))))
                ])
            let batch = try #require(try await bench.store.recordSealing(record))
            #expect(batch.firstIndex == 1 && batch.entries.count == 1)
        },
        StorePromise("sealing to a log that does not exist changes nothing") { bench in
            let document = DocumentRecord.fixture(1, recipients: [Fixture.fbi])
            try await bench.submit(document)
            await bench.expectFailure(.logUnknown) {
                _ = try await bench.store.recordSealing(
                    .fixture([.fixture(document)], to: Fixture.fbi))
            }
            #expect(try await bench.row(document, Fixture.fbi).state == .queued)
            #expect(
                try await bench.store.envelopesInFlight(to: Fixture.fbi, in: 0..<9).isEmpty)
        },
    ]
}
