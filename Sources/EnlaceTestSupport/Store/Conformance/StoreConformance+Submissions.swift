import EnlaceLog
import EnlaceModel
import EnlaceStore
import Testing

extension StoreConformance {
    static let submissions: [StorePromise] = [
        StorePromise("a submission stores every field, a row per recipient and its local entry") {
            bench in
            let target = Fixture.identity(900, of: Fixture.fevimtra)
            let document = DocumentRecord.fixture(
                1, recipients: [Fixture.fevimtra, Fixture.fbi], schema: "IR/1.2",
                urgency: .immediate, trafficLight: .red,
                namedOfficers: [Fixture.officer("x-1", of: Fixture.fevimtra)], thread: 900,
                inReplyTo: target, supersedes: Fixture.identity(800),
                releaser: Fixture.officer("r-7"), byteCount: 9000)
            try await bench.submit(document)
            let item = try #require(try await bench.store.document(document.identity))
            #expect(item.document == document)
            #expect(
                item.deliveries == [
                    DeliveryRecord(
                        queuing: document.identity, for: Fixture.fevimtra, at: bench.start),
                    DeliveryRecord(queuing: document.identity, for: Fixture.fbi, at: bench.start),
                ])
            let local = try await bench.entries(bench.store.identity.localLog)
            #expect(local.map(\.body.name) == ["KEYS", "SUBMITTED"])
            try await bench.expectSoundLog(bench.store.identity.localLog)
        },
        StorePromise("the same content again is already stored, and nothing is written") { bench in
            let document = try await bench.submit(.fixture(1))
            var again = document
            again.protected = .fixture(77)
            again.storedAt = bench.time(60)
            #expect(try await bench.store.recordSubmission(.fixture(again)) == .alreadyStored)
            #expect(try await bench.store.document(document.identity)?.document == document)
            #expect(try await bench.size(bench.store.identity.localLog) == 2)
            #expect(try await bench.page().items.count == 1)
        },
        StorePromise("other content under the same identity is a conflict; the first stays") {
            bench in
            let document = try await bench.submit(.fixture(1))
            let other = DocumentRecord.fixture(1, recipients: [Fixture.fbi], content: "other")
            #expect(try await bench.store.recordSubmission(.fixture(other)) == .conflict)
            let item = try #require(try await bench.store.document(document.identity))
            #expect(item.document == document)
            #expect(item.deliveries.map(\.recipient) == [Fixture.fevimtra])
            #expect(try await bench.size(bench.store.identity.localLog) == 2)
        },
        StorePromise("a node answers a target once by a type that allows one answer") { bench in
            let target = Fixture.identity(900, of: Fixture.fevimtra)
            let first = DocumentRecord.fixture(1, schema: "ACK/1.0", inReplyTo: target)
            let second = DocumentRecord.fixture(2, schema: "ACK/1.1", inReplyTo: target)
            let other = DocumentRecord.fixture(3, schema: "IR/1.0", inReplyTo: target)
            for document in [first, other] {
                let record = SubmissionRecord.fixture(document, isOncePerTarget: true)
                #expect(try await bench.store.recordSubmission(record) == .stored)
            }
            let record = SubmissionRecord.fixture(second, isOncePerTarget: true)
            let outcome = try await bench.store.recordSubmission(record)
            #expect(outcome == .alreadyAnswered(by: first.identity))
            #expect(try await bench.store.document(second.identity) == nil)
            #expect(
                try await bench.store.answer(
                    to: target, type: .acknowledgement, by: Fixture.hsi) == first.identity)
            #expect(
                try await bench.store.answer(
                    to: target, type: .acknowledgement, by: Fixture.fbi) == nil)
        },
        StorePromise("a type that allows many answers may answer a target many times") { bench in
            let target = Fixture.identity(900, of: Fixture.fevimtra)
            try await bench.submit(.fixture(1, schema: "IR/1.0", inReplyTo: target))
            try await bench.submit(.fixture(2, schema: "IR/1.0", inReplyTo: target))
            #expect(
                try await bench.store.answer(
                    to: target, type: .intelligenceReport, by: Fixture.hsi)
                    == Fixture.identity(1))
        },
        StorePromise("reference numbers are given once, by year, from 1") { bench in
            let first = try await bench.store.reserveReference(year: 2026)
            let second = try await bench.store.reserveReference(year: 2026)
            let other = try await bench.store.reserveReference(year: 2027)
            #expect(first.text == "US-DHS-HSI-NYC/2026/000001")
            #expect([second.serial, other.serial] == [2, 1])
            await bench.expectFailure(.valueOutOfRange) {
                _ = try await bench.store.reserveReference(year: 1)
            }
        },
        StorePromise("references reserved at the same time differ") { bench in
            let serials = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<50 {
                    group.addTask { try await bench.store.reserveReference(year: 2026).serial }
                }
                return try await group.reduce(into: Set<Int>()) { $0.insert($1) }
            }
            #expect(serials == Set(1...50))
        },
        StorePromise("submissions of one document at the same time store it once") { bench in
            let outcomes = try await withThrowingTaskGroup(of: SubmissionOutcome.self) { group in
                for number in 0..<20 {
                    let document = DocumentRecord.fixture(
                        1, content: number.isMultiple(of: 2) ? "even" : "odd")
                    group.addTask { try await bench.store.recordSubmission(.fixture(document)) }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.filter { $0 == .stored }.count == 1)
            #expect(outcomes.filter { $0 == .alreadyStored }.count == 9)
            #expect(outcomes.filter { $0 == .conflict }.count == 10)
            #expect(try await bench.size(bench.store.identity.localLog) == 2)
            try await bench.expectSoundLog(bench.store.identity.localLog)
        },
    ]
}
