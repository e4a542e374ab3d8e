import EnlaceLog
import EnlaceModel
import EnlaceStore
import Testing

extension StoreConformance {
    static let settlements: [StorePromise] = [
        StorePromise("a receipt settles the row, drops its envelope and grows the copy") { bench in
            var peer = PeerLog()
            let document = DocumentRecord.fixture(1)
            let index = try await bench.submitAndSeal(document)
            let receipt = peer.receipt(at: bench.time(9))
            let cosignature = CosignatureRecord(size: 2, line: "cosignature")
            let record = peer.batch(
                settling: [.received(document, sentIndex: index, receipt: receipt)],
                cosignature: cosignature)
            let outcome = try await bench.store.recordPeerBatch(record)
            #expect(outcome.settled == [document.identity] && outcome.answers == nil)
            let row = try await bench.row(document)
            #expect(row.state == .received && row.receivedAt == bench.time(9))
            #expect(row.receipt == receipt)
            #expect(
                try await bench.store.envelopesInFlight(to: Fixture.fevimtra, in: 0..<9).isEmpty)
            let copy = try #require(try await bench.store.log(peer.origin))
            #expect(!copy.isOwn && copy.edge == peer.edge)
            #expect(copy.checkpoint?.note == record.copy.checkpointNote)
            #expect(copy.checkpoint?.head == record.copy.head)
            #expect(try await bench.entries(peer.origin).count == 2)
            #expect(try await bench.store.log(bench.own)?.cosignature == cosignature)
            try await bench.expectSoundLog(peer.origin)
        },
        StorePromise("a reading and the receipt move a row forward in any order, never back") {
            bench in
            var peer = PeerLog()
            let document = DocumentRecord.fixture(1)
            let index = try await bench.submitAndSeal(document)
            let read = peer.receipt(0, at: bench.time(5))
            let received = peer.receipt(1, at: bench.time(4))
            let second = peer.receipt(2, at: bench.time(6))
            _ = try await bench.store.recordPeerBatch(
                peer.batch(settling: [
                    .read(document, sentIndex: index, receipt: read),
                    .received(document, sentIndex: index, receipt: received),
                    .received(document, sentIndex: index, receipt: second),
                ]))
            let row = try await bench.row(document)
            #expect(row.state == .read && row.readAt == bench.time(5))
            #expect(row.receivedAt == bench.time(4) && row.receipt == received)
        },
        StorePromise("a final rejection ends the row with its reason") { bench in
            var peer = PeerLog()
            let document = DocumentRecord.fixture(1)
            let index = try await bench.submitAndSeal(document)
            let receipt = peer.receipt(at: bench.time(3))
            _ = try await bench.store.recordPeerBatch(
                peer.batch(settling: [
                    .rejected(
                        document, sentIndex: index, reason: .signatureInvalid, receipt: receipt)
                ]))
            let row = try await bench.row(document)
            #expect(row.state == .rejected && row.reason == .signatureInvalid)
            #expect(row.receipt == receipt && row.receivedAt == nil)
            #expect(
                try await bench.store.envelopesInFlight(to: Fixture.fevimtra, in: 0..<9).isEmpty)
        },
        StorePromise("a retryable rejection queues the next attempt from its time on") { bench in
            var peer = PeerLog()
            let document = DocumentRecord.fixture(1)
            let index = try await bench.submitAndSeal(document)
            _ = try await bench.store.recordPeerBatch(
                peer.batch(settling: [
                    .rejected(
                        document, sentIndex: index, reason: .directoryStale,
                        receipt: peer.receipt(), retryAt: bench.time(50))
                ]))
            let row = try await bench.row(document)
            #expect(row.state == .queued && row.nextAttemptAt == bench.time(50))
            #expect(
                try await bench.store.dueForSealing(
                    to: Fixture.fevimtra, now: bench.time(49), limit: 9
                ).isEmpty)
            let due = try await bench.store.dueForSealing(
                to: Fixture.fevimtra, now: bench.time(50), limit: 9)
            #expect(due.map(\.attempt) == [2])
            #expect(try await bench.seal(document, attempt: 2) == 2)
            let sealed = try await bench.row(document)
            #expect(sealed.attempt == 2 && sealed.sentIndex == 2 && sealed.receipt == nil)
        },
        StorePromise("a rejection of an earlier attempt does not touch the newer one") { bench in
            var peer = PeerLog()
            let document = DocumentRecord.fixture(1)
            let first = try await bench.submitAndSeal(document)
            let refusal = SettlementItem.rejected(
                document, sentIndex: first, reason: .directoryStale, receipt: peer.receipt(),
                retryAt: bench.start)
            _ = try await bench.store.recordPeerBatch(peer.batch(settling: [refusal]))
            try await bench.seal(document, attempt: 2)
            let late = SettlementItem.rejected(
                document, sentIndex: first, reason: .conflict, receipt: peer.receipt())
            let outcome = try await bench.store.recordPeerBatch(peer.batch(settling: [late]))
            #expect(outcome.settled.isEmpty)
            #expect(try await bench.row(document).state == .sent)
            #expect(
                try await bench.store.envelopesInFlight(to: Fixture.fevimtra, in: 0..<9)
                    .map(\.index) == [2])
        },
        StorePromise("a late receipt wins over expired and withdrawn") { bench in
            var peer = PeerLog()
            let expired = DocumentRecord.fixture(1, lifetime: .seconds(5))
            let withdrawn = DocumentRecord.fixture(2)
            let indexes = [
                try await bench.submitAndSeal(expired), try await bench.submitAndSeal(withdrawn),
            ]
            _ = try await bench.store.recordExpiry(before: bench.time(5), at: bench.time(5)) {
                _, _ in Fixture.local(.expired)
            }
            let refusal = SettlementItem.rejected(
                withdrawn, sentIndex: indexes[1], reason: .directoryStale,
                receipt: peer.receipt(), retryAt: bench.start)
            _ = try await bench.store.recordPeerBatch(peer.batch(settling: [refusal]))
            _ = try await bench.store.recordWithdrawal(
                of: withdrawn.identity, localEntries: [], at: bench.start)
            // The envelope of an expired row stays until the peer has answered.
            #expect(
                try await bench.store.envelopesInFlight(to: Fixture.fevimtra, in: 0..<9)
                    .map(\.index) == [indexes[0]])
            _ = try await bench.store.recordPeerBatch(
                peer.batch(settling: [
                    .received(expired, sentIndex: indexes[0], receipt: peer.receipt(0)),
                    .received(withdrawn, sentIndex: indexes[1], receipt: peer.receipt(1)),
                ]))
            for document in [expired, withdrawn] {
                let row = try await bench.row(document)
                #expect(row.state == .received && row.reason == nil)
            }
        },
        StorePromise("a rejection does not win over expired, and never over received") { bench in
            var peer = PeerLog()
            let expired = DocumentRecord.fixture(1, lifetime: .seconds(5))
            let received = DocumentRecord.fixture(2)
            let indexes = [
                try await bench.submitAndSeal(expired), try await bench.submitAndSeal(received),
            ]
            _ = try await bench.store.recordExpiry(before: bench.time(5), at: bench.time(5)) {
                _, _ in Fixture.local(.expired)
            }
            _ = try await bench.store.recordPeerBatch(
                peer.batch(settling: [
                    .received(received, sentIndex: indexes[1], receipt: peer.receipt(0)),
                    .rejected(
                        received, sentIndex: indexes[1], reason: .conflict,
                        receipt: peer.receipt(1)),
                    .rejected(
                        expired, sentIndex: indexes[0], reason: .expired, receipt: peer.receipt(2),
                        retryAt: bench.time(9)),
                ]))
            #expect(try await bench.row(received).state == .received)
            #expect(try await bench.row(expired).state == .expired)
        },
        StorePromise("an answer about a document that is not ours is ignored") { bench in
            var peer = PeerLog()
            let outcome = try await bench.store.recordPeerBatch(
                peer.batch(settling: [
                    .received(.fixture(44), sentIndex: 1, receipt: peer.receipt())
                ]))
            #expect(outcome.settled.isEmpty)
        },
    ]
}
