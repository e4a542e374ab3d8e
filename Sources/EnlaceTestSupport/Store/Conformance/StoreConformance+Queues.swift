import EnlaceLog
import EnlaceModel
import EnlaceStore
import Testing

extension StoreConformance {
    static let queues: [StorePromise] = [
        StorePromise("what is due comes urgent first, then longest waiting, to this peer only") {
            bench in
            let documents: [DocumentRecord] = [
                .fixture(1, storedAt: bench.time(0)),
                .fixture(2, urgency: .immediate, storedAt: bench.time(20)),
                .fixture(3, urgency: .urgent, storedAt: bench.time(30)),
                .fixture(4, urgency: .immediate, storedAt: bench.time(10)),
                .fixture(5, storedAt: bench.time(0)),
                .fixture(6, recipients: [Fixture.fbi]),
                .fixture(7, urgency: .immediate, storedAt: bench.time(61)),
            ]
            for document in documents { try await bench.submit(document) }
            let due = try await bench.store.dueForSealing(
                to: Fixture.fevimtra, now: bench.time(60), limit: 10)
            #expect(due.map(\.document) == [3, 1, 2, 0, 4].map { documents[$0] })
            #expect(due.allSatisfy { $0.attempt == 1 && $0.recipient == Fixture.fevimtra })
            let few = try await bench.store.dueForSealing(
                to: Fixture.fevimtra, now: bench.time(60), limit: 2)
            #expect(few.map(\.document.identity) == [3, 1].map { documents[$0].identity })
        },
        StorePromise("queued peers are listed with the earliest time at which a row is due") {
            bench in
            try await bench.submit(
                .fixture(1, recipients: [Fixture.fevimtra, Fixture.fbi], storedAt: bench.time(9)))
            try await bench.submit(.fixture(2, storedAt: bench.time(5)))
            #expect(
                try await bench.store.queuedPeers() == [
                    Fixture.fevimtra: bench.time(5), Fixture.fbi: bench.time(9),
                ])
            try await bench.seal(.fixture(1, storedAt: bench.time(9)))
            try await bench.seal(.fixture(2, storedAt: bench.time(5)))
            #expect(try await bench.store.queuedPeers() == [Fixture.fbi: bench.time(9)])
        },
        StorePromise("withdrawing takes back what is queued and leaves the rest") { bench in
            let document = DocumentRecord.fixture(1, recipients: [Fixture.fevimtra, Fixture.fbi])
            try await bench.submitAndSeal(document)
            let rows = try await bench.store.recordWithdrawal(
                of: document.identity, localEntries: [Fixture.local(.withdrawn)],
                at: bench.time(5))
            #expect(rows.map(\.recipient) == [Fixture.fevimtra, Fixture.fbi])
            #expect(rows.map(\.state) == [.sent, .withdrawn])
            #expect(rows.map(\.reason) == [nil, .withdrawn])
            #expect(try await bench.store.document(document.identity)?.deliveries == rows)
            #expect(try await bench.store.queuedPeers().isEmpty)
            #expect(try await bench.entries(bench.store.identity.localLog).count == 3)
            await bench.expectFailure(.notFound) {
                _ = try await bench.store.recordWithdrawal(
                    of: Fixture.identity(99), localEntries: [Fixture.local(.withdrawn)],
                    at: bench.start)
            }
            #expect(try await bench.entries(bench.store.identity.localLog).count == 3)
        },
        StorePromise("expiry ends queued and sent rows whose time is over, each with an entry") {
            bench in
            let both = DocumentRecord.fixture(
                1, recipients: [Fixture.fevimtra, Fixture.fbi], lifetime: .seconds(100))
            let later = DocumentRecord.fixture(2, lifetime: .seconds(101))
            try await bench.submitAndSeal(both)
            try await bench.submit(later)
            let expired = try await bench.store.recordExpiry(
                before: bench.time(100), at: bench.time(400)
            ) { identity, node in
                Fixture.draft(
                    .local(
                        LocalBody(
                            event: .expired, actor: "test", messageID: identity.messageID,
                            object: node.text)))
            }
            #expect(expired.map(\.recipient) == [Fixture.fevimtra, Fixture.fbi])
            #expect(expired.allSatisfy { $0.state == .expired && $0.reason == .expired })
            #expect(try await bench.row(later).state == .queued)
            let local = try await bench.entries(bench.store.identity.localLog)
            #expect(local.suffix(2).map(\.body.name) == ["EXPIRED", "EXPIRED"])
            let again = try await bench.store.recordExpiry(
                before: bench.time(100), at: bench.time(401)
            ) { _, _ in Fixture.local(.expired) }
            #expect(again.isEmpty)
        },
        StorePromise("resending queues rejected and expired rows again, all or one recipient's") {
            bench in
            let document = DocumentRecord.fixture(
                1, recipients: [Fixture.fevimtra, Fixture.fbi], lifetime: .seconds(10))
            try await bench.submitAndSeal(document)
            _ = try await bench.store.recordExpiry(before: bench.time(10), at: bench.time(10)) {
                _, _ in Fixture.local(.expired)
            }
            let one = try await bench.store.recordResending(
                of: document.identity, recipient: Fixture.fbi,
                localEntries: [Fixture.local(.resent)], at: bench.time(20))
            #expect(one.map(\.state) == [.expired, .queued])
            let all = try await bench.store.recordResending(
                of: document.identity, recipient: nil, localEntries: [], at: bench.time(30))
            #expect(all.map(\.state) == [.queued, .queued])
            #expect(all.map(\.nextAttemptAt) == [bench.time(30), bench.time(20)])
            #expect(all.allSatisfy { $0.reason == nil })
            let due = try await bench.store.dueForSealing(
                to: Fixture.fevimtra, now: bench.time(30), limit: 5)
            #expect(due.map(\.attempt) == [2])
        },
    ]
}
