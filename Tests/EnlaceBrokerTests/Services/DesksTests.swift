import EnlaceCrypto
import EnlaceLog
import EnlaceModel
import EnlaceStore
import EnlaceTestSupport
import Testing

@testable import EnlaceBroker

@Suite("Desks")
struct DesksTests {
    @Test("neither auditors nor administrators receive a body, and each try is logged")
    func bodies() async throws {
        let bureau = try await Bureau()
        let item = try await bureau.submit()
        let name = item.document.reference.text
        for person in [bureau.auditor, bureau.administrators[0]] {
            await #expect(throws: BrokerError(.notPermitted, object: "")) {
                try await bureau.desk.read(
                    name, purpose: "INVESTIGATION", reason: "why not",
                    by: bureau.person(person))
            }
        }
        #expect(
            try await bureau.events(.accessDenied) == [
                "US-DHS-HSI-NYC/a-1 read NOT_PERMITTED", "US-DHS-HSI-NYC/u-1 read NOT_PERMITTED",
            ])
    }

    @Test("a document that names officers is open to them and its author alone")
    func namedOfficers() async throws {
        let bureau = try await Bureau()
        let stranger = Fixture.officer("x", of: Fixture.fevimtra)
        let name = try await bureau.submit(named: [stranger]).document.reference.text
        await #expect(throws: BrokerError(.notForThisOfficer, object: "")) {
            try await bureau.desk.show(name, by: bureau.person(bureau.colleague))
        }
        let seen = try await bureau.desk.list(
            direction: .both, states: [], types: [], peer: nil, cursor: nil, limit: 10,
            by: bureau.person(bureau.colleague))
        #expect(seen.items.isEmpty)
        let shown = try await bureau.desk.read(
            name, purpose: "INVESTIGATION", reason: "own lead", by: bureau.person(bureau.officer))
        #expect(shown.signers.map(\.officer) == [bureau.officer.officer])
        #expect(
            try await bureau.desk.show(name, by: bureau.person(bureau.auditor)).items.count == 1)
    }

    @Test(
        "a reading needs a purpose of the list and a reason that is said",
        arguments: [
            ("CURIOSITY", "because", ErrorCode.codeUnknown),
            ("INVESTIGATION", " \t", .fieldEmpty),
            ("INVESTIGATION", String(repeating: "a", count: 501), .fieldTooLong),
        ])
    func reading(_ purpose: String, _ reason: String, _ code: ErrorCode) async throws {
        let bureau = try await Bureau()
        let name = try await bureau.submit().document.reference.text
        let error = await #expect(throws: BrokerError.self) {
            try await bureau.desk.read(
                name, purpose: purpose, reason: reason, by: bureau.person(bureau.officer))
        }
        #expect(error?.code == code)
        #expect(try await bureau.events(.read).isEmpty)
    }

    @Test("preparing reserves a new reference each time and names unknown recipients visibly")
    func preparing() async throws {
        let bureau = try await Bureau()
        let person = bureau.person(bureau.officer)
        let first = try await bureau.desk.prepare(
            type: "LEAD", recipients: ["MX-FGR-FEVIMTRA", "US-FBI-X", "a\u{202E}b"], target: nil,
            by: person)
        #expect(first.unknownRecipients == ["US-FBI-X", "a⟨U+202E⟩b"])
        #expect(first.reference.year == 2026)
        let second = try await bureau.desk.prepare(
            type: "LEAD", recipients: [], target: nil, by: person)
        #expect(second.reference != first.reference)
        await #expect(throws: BrokerError(.notFound, object: "")) {
            try await bureau.desk.prepare(
                type: "ACK", recipients: [], target: "MX-FGR-FEVIMTRA/2026/000009", by: person)
        }
    }

    @Test("the timeline tells what happened, and who must act")
    func timeline() async throws {
        let bureau = try await Bureau()
        let item = try await bureau.submit()
        let person = bureau.person(bureau.officer)
        let timeline = try await bureau.desk.show(item.document.reference.text, by: person)
        #expect(timeline.events.map(\.event) == ["ACCEPTED"])
        #expect(timeline.items[0].worst?.state == .queued)
        #expect(timeline.items[0].worst?.owner(of: item.document) == "US-DHS-HSI-NYC")
        let withdrawn = try await bureau.desk.withdraw(item.document.reference.text, by: person)
        #expect(withdrawn.worst?.owner(of: item.document) == nil)
        let later = try await bureau.desk.show(item.document.reference.text, by: person)
        #expect(later.events.map(\.event) == ["ACCEPTED", "WITHDRAWN"])
    }

    @Test("reading the audit is itself logged, and pages follow each other without gap or repeat")
    func history() async throws {
        let bureau = try await Bureau()
        for number in 1...5 { _ = try await bureau.submit(number) }
        let person = bureau.person(bureau.auditor)
        var rows: [AuditRow] = []
        var cursor: String?
        repeat {
            let page = try await bureau.audit.history(
                name: nil, events: ["SUBMITTED"], cursor: cursor, limit: 2, by: person)
            #expect(page.rows.count <= 2)
            rows += page.rows
            cursor = page.nextCursor
        } while cursor != nil
        #expect(rows.map(\.messageID) == (1...5).reversed().map { Fixture.messageID($0) })
        #expect(try await bureau.events(.auditRead).count >= 3)
        await #expect(throws: BrokerError(.valueOutOfRange, object: "")) {
            try await bureau.audit.history(
                name: nil, events: [], cursor: "x", limit: 2, by: person)
        }
    }

    @Test("auditors get every log under a checkpoint of this moment")
    func logs() async throws {
        let bureau = try await Bureau()
        _ = try await bureau.submit()
        let logs = try await bureau.audit.list(by: bureau.person(bureau.auditor))
        let local = try #require(logs.first)
        #expect(local.origin == Fixture.identity.localLog)
        let key = try NoteVerifier(vkey: local.logKey, hasher: TestHasher.tree)
        let opened = try CheckpointVerifier(logKey: key, primitives: .product)
            .open(local.checkpoint)
        #expect(opened.head.size == local.size)
        #expect(try await bureau.store.log(local.origin)?.edge.size == local.size)
        let channel = Fixture.channel(of: Fixture.hsi, to: Fixture.fevimtra)
        _ = try await bureau.store.createLog(channel, first: Fixture.keys())
        let unheard = try await bureau.audit.list(by: bureau.person(bureau.auditor))
        #expect(!unheard.contains { $0.origin == channel })
        #expect(try await bureau.store.log(channel)?.checkpoint == nil)
        await #expect(throws: BrokerError(.logUnknown, object: "")) {
            try await bureau.audit.entries(
                of: Fixture.channel(of: Fixture.fbi, to: Fixture.hsi), from: 0, limit: 1,
                by: bureau.person(bureau.auditor))
        }
    }
}
