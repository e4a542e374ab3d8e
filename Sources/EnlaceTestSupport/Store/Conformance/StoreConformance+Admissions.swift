import EnlaceLog
import EnlaceModel
import EnlaceStore
import Testing

private func incoming(_ number: Int, content: String? = nil) -> DocumentRecord {
    .fixture(
        number, origin: Fixture.fevimtra, recipients: [Fixture.hsi], content: content)
}

extension StoreConformance {
    static let admissions: [StorePromise] = [
        StorePromise("new documents are stored and answered RECEIVED, in the order of the batch") {
            bench in
            var peer = PeerLog()
            let documents = [incoming(1), incoming(2)]
            let record = peer.batch(
                sealing: documents, localEntries: [Fixture.local(.received)], at: bench.time(8))
            let outcome = try await bench.store.recordPeerBatch(record)
            #expect(outcome.admitted == documents.map(\.identity) && outcome.conflicts.isEmpty)
            let answers = try #require(outcome.answers)
            #expect(answers.firstIndex == 1 && answers.entries.count == 2)
            let entries = try await bench.entries(bench.own)
            #expect(entries.dropFirst().map(\.encoded) == answers.entries)
            #expect(
                entries.dropFirst().map(\.body)
                    == zip(record.admissions, documents).map { $0.received(content: $1.content) })
            #expect(entries[1].time == bench.time(8))
            #expect(entries[1].salt == record.admissions[0].answerSalt)
            let item = try #require(try await bench.store.document(documents[1].identity))
            #expect(item.document == documents[1])
            #expect(
                item.deliveries == [
                    DeliveryRecord(
                        admitting: documents[1].identity, at: Fixture.hsi, attempt: 1,
                        sentIndex: 2, sentAt: bench.start,
                        receipt: Receipt(log: bench.own.text, index: 2, time: bench.time(8)))
                ])
            #expect(try await bench.size(bench.store.identity.localLog) == 2)
            try await bench.expectSoundLog(bench.own)
        },
        StorePromise("the same content again is answered RECEIVED without a second delivery") {
            bench in
            var peer = PeerLog()
            let document = incoming(1)
            _ = try await bench.store.recordPeerBatch(
                peer.batch(sealing: [document, document]))
            let before = try await bench.store.document(document.identity)
            let outcome = try await bench.store.recordPeerBatch(
                peer.batch(sealing: [document], attempt: 2))
            #expect(outcome.admitted.isEmpty && outcome.conflicts.isEmpty)
            #expect(
                try await bench.entries(bench.own).map(\.body.name)
                    == ["KEYS", "RECEIVED", "RECEIVED", "RECEIVED"])
            #expect(try await bench.store.document(document.identity) == before)
            #expect(try await bench.page().items.count == 1)
        },
        StorePromise("other content under the same identity is answered REJECTED, CONFLICT, final")
        {
            bench in
            var peer = PeerLog()
            let document = incoming(1)
            _ = try await bench.store.recordPeerBatch(peer.batch(sealing: [document]))
            let other = incoming(1, content: "other")
            let outcome = try await bench.store.recordPeerBatch(peer.batch(sealing: [other]))
            #expect(outcome.admitted.isEmpty && outcome.conflicts == [document.identity])
            guard case .rejected(let body) = try await bench.entries(bench.own)[2].body else {
                Issue.record("not REJECTED")
                return
            }
            #expect(body.reason == "CONFLICT" && !body.isRetryable && body.sentIndex == 2)
            #expect(try await bench.store.document(document.identity)?.document == document)
        },
        StorePromise("a refusal is answered REJECTED and stores no document") { bench in
            var peer = PeerLog()
            let outcome = try await bench.store.recordPeerBatch(
                peer.batch(sealing: [incoming(1)]) { _ in
                    .reject(.schemaUnknown, isRetryable: true)
                })
            #expect(outcome.admitted.isEmpty && outcome.answers?.entries.count == 1)
            guard case .rejected(let body) = try await bench.entries(bench.own)[1].body else {
                Issue.record("not REJECTED")
                return
            }
            #expect(body.reason == "SCHEMA_UNKNOWN" && body.isRetryable)
            #expect(try await bench.page().items.isEmpty)
        },
        StorePromise("a batch that does not extend the copy held changes nothing") { bench in
            var peer = PeerLog()
            _ = peer.batch(sealing: [incoming(1)])
            let skipping = peer.batch(sealing: [incoming(2)])
            await bench.expectFailure(.logConflict) {
                _ = try await bench.store.recordPeerBatch(skipping)
            }
            let copy = try await bench.store.log(peer.origin)
            #expect(copy == nil)
            #expect(try await bench.size(bench.own) == 1)
            #expect(try await bench.page().items.isEmpty)
            await bench.expectFailure(.logUnknown) {
                _ = try await bench.store.append([Fixture.keys()], to: peer.origin)
            }
        },
        StorePromise("a batch that cannot be answered changes nothing") { bench in
            var peer = PeerLog(of: Fixture.fbi)
            let document = DocumentRecord.fixture(
                1, origin: Fixture.fbi, recipients: [Fixture.hsi])
            let record = peer.batch(sealing: [document])
            await bench.expectFailure(.logUnknown) {
                _ = try await bench.store.recordPeerBatch(record)
            }
            let copy = try await bench.store.log(peer.origin)
            #expect(copy == nil)
            #expect(try await bench.store.document(document.identity) == nil)
        },
    ]

    static let effects: [StorePromise] = [
        StorePromise("an acknowledgement moves the row of the document it answers") { bench in
            var peer = PeerLog()
            let document = DocumentRecord.fixture(1)
            let index = try await bench.submitAndSeal(document)
            let answer = incoming(2)
            let effect = DeliveryEffect(
                target: document.identity, recipient: Fixture.fevimtra, state: .acknowledged,
                at: bench.time(30))
            _ = try await bench.store.recordPeerBatch(
                peer.batch(sealing: [answer]) { .admit($0, effect: effect) })
            let row = try await bench.row(document)
            #expect(row.state == .acknowledged && row.acknowledgedAt == bench.time(30))
            _ = try await bench.store.recordPeerBatch(
                peer.batch(settling: [
                    .received(document, sentIndex: index, receipt: peer.receipt())
                ]))
            let settled = try await bench.row(document)
            #expect(settled.state == .acknowledged && settled.receivedAt == bench.start)
        },
        StorePromise("an own acknowledgement moves the own row of the received document") { bench in
            var peer = PeerLog()
            let document = incoming(1)
            _ = try await bench.store.recordPeerBatch(peer.batch(sealing: [document]))
            let answer = DocumentRecord.fixture(
                2, schema: "ACK/1.0", inReplyTo: document.identity)
            let effect = DeliveryEffect(
                target: document.identity, recipient: Fixture.hsi, state: .acknowledged,
                at: bench.time(30))
            _ = try await bench.store.recordSubmission(
                .fixture(answer, effect: effect, isOncePerTarget: true))
            let row = try await bench.row(document, Fixture.hsi)
            #expect(row.state == .acknowledged && row.acknowledgedAt == bench.time(30))
        },
        StorePromise("an effect is held while its target is absent and applied at its arrival") {
            bench in
            var peer = PeerLog()
            let document = DocumentRecord.fixture(1)
            let effect = DeliveryEffect(
                target: document.identity, recipient: Fixture.fevimtra, state: .acknowledged,
                at: bench.time(30))
            _ = try await bench.store.recordPeerBatch(
                peer.batch(sealing: [incoming(2)]) { .admit($0, effect: effect) })
            try await bench.submit(document)
            #expect(try await bench.row(document).state == .acknowledged)
            let received = incoming(3)
            let held = DeliveryEffect(
                target: received.identity, recipient: Fixture.hsi, state: .acknowledged,
                at: bench.time(40))
            _ = try await bench.store.recordSubmission(
                .fixture(.fixture(4, inReplyTo: received.identity), effect: held))
            _ = try await bench.store.recordPeerBatch(peer.batch(sealing: [received]))
            #expect(try await bench.row(received, Fixture.hsi).acknowledgedAt == bench.time(40))
        },
        StorePromise("an effect by a node the document was not for does nothing") { bench in
            let document = try await bench.submit(.fixture(1))
            let effect = DeliveryEffect(
                target: document.identity, recipient: Fixture.fbi, state: .acknowledged,
                at: bench.start)
            _ = try await bench.store.recordSubmission(.fixture(.fixture(2), effect: effect))
            let item = try #require(try await bench.store.document(document.identity))
            #expect(item.deliveries.map(\.state) == [.queued])
        },
    ]
}
