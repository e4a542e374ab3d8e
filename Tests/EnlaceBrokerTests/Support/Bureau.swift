import EnlaceCrypto
import EnlaceModel
import EnlaceStore
import EnlaceTestSupport

@testable import EnlaceBroker

/// One node with its desks over a store in memory, and a peer that is approved.
struct Bureau {
    let pki: TestPKI
    let own: PKINode
    let peer: PKINode
    let officer: PKIOfficer
    let colleague: PKIOfficer
    let auditor: PKIOfficer
    let administrators: [PKIOfficer]
    let store = InMemoryStore(identity: Fixture.identity)
    let clock = ManualClock()
    let folder: TemporaryFolder
    let trust: NodeTrustBook
    let broker: Broker
    let context: ServiceContext

    init() async throws {
        pki = try TestPKI()
        own = try pki.node(Fixture.hsi)
        peer = try pki.node(Fixture.fevimtra)
        officer = try pki.officer(Fixture.officer("o-1"))
        colleague = try pki.officer(Fixture.officer("o-2"))
        auditor = try pki.officer(Fixture.officer("u-1"), roles: [.auditor])
        administrators = [
            try pki.officer(Fixture.officer("a-1"), roles: [.administrator]),
            try pki.officer(Fixture.officer("a-2"), roles: [.administrator]),
        ]
        folder = try TemporaryFolder()
        trust = try await own.trustBook(
            store: store, officers: [officer, colleague, auditor] + administrators, peers: [peer],
            storageFolder: folder.path("storage"), clock: clock)
        broker = Broker(
            store: store, trust: trust, lock: MemoryLock(), clock: clock, random: SeededRandom())
        try await broker.open()
        context = ServiceContext(
            store: store, trust: trust, clock: clock, random: SeededRandom())
    }

    var desk: Desk { Desk(context, broker: broker) }
    var people: PeopleDesk { PeopleDesk(context) }
    var peers: PeerDesk { PeerDesk(context) }
    var audit: AuditDesk { AuditDesk(context, logs: broker.logs, dispatcher: broker.dispatcher) }
    var proposals: ProposalDesk { ProposalDesk(context, people: people, peers: peers) }

    func person(_ officer: PKIOfficer) -> Person {
        Person(officer: officer.officer, roles: officer.roles)
    }

    /// A lead by the officer, stored.
    func submit(_ number: Int = 1, named: [OfficerID] = []) async throws -> DocumentItem {
        let bytes = try officer.lead(
            to: [Fixture.fevimtra],
            reference: DocumentReference(node: Fixture.hsi, year: 2026, serial: number),
            messageID: Fixture.messageID(number), at: clock.now(), namedOfficers: named)
        return try await desk.submit(bytes, by: person(officer)).item
    }

    /// The events of the local log with their outcomes, newest first.
    func events(_ event: AuditEvent) async throws -> [String] {
        try await audit.history(
            name: nil, events: [event.rawValue], cursor: nil, limit: 500, by: person(auditor)
        ).rows.map { "\($0.actor) \($0.object) \($0.outcome)" }
    }
}
