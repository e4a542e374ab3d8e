import EnlaceLog
import EnlaceModel
import EnlaceStore
import EnlaceTestSupport
import Testing

@testable import EnlaceBroker

/// Two nodes under a random sequence of submissions, cuts, restarts and readings; a failing seed is
/// the report.
@Suite("Random runs", .serialized)
struct RandomRunTests {
    private static let steps = 14

    @Test(
        "whatever is cut and restarted, every document is delivered once", arguments: 1...8,
        [false, true])
    func run(seed: Int, isOnDisk: Bool) async throws {
        var run = try await Run(seed: UInt64(seed), isOnDisk: isOnDisk)
        for _ in 0..<Self.steps { try await run.step() }
        try await run.finish()
    }
}

private struct Run {
    private let random: SeededRandom
    private var hsi: TestNode
    private var mx: TestNode
    private var forth: [DocumentIdentity] = []
    private var back: [DocumentIdentity] = []
    private var acknowledged: Set<DocumentIdentity> = []
    private var lastNumber = 0

    private static let limits: BrokerLimits = {
        var limits = BrokerLimits()
        limits.documentsInFlightMax = 4
        limits.documentsReservedForUrgent = 1
        return limits
    }()

    init(seed: UInt64, isOnDisk: Bool) async throws {
        random = SeededRandom(seed: seed)
        let clock = ManualClock()
        hsi = try await TestNode(
            .hsi, clock: clock, seed: seed, isOnDisk: isOnDisk, limits: Self.limits)
        mx = try await TestNode(
            .fevimtra, clock: clock, seed: seed + 100, isOnDisk: isOnDisk, limits: Self.limits)
        try approve()
    }

    private func approve() throws {
        hsi.trust.approve(try mx.asPeer())
        mx.trust.approve(try hsi.asPeer())
    }

    private func draw(_ below: Int) -> Int {
        Int(random.bytes(2).reduce(0) { $0 << 8 | UInt($1) }) % below
    }

    mutating func step() async throws {
        switch draw(6) {
        case 0, 1: try await submit()
        case 2: try await restart()
        case 3: try await acknowledge()
        default: try await brokenSession()
        }
        hsi.clock.advance(by: .milliseconds(draw(5000)))
    }

    private mutating func submit() async throws {
        for _ in 0...draw(5) {
            lastNumber += 1
            let urgency = Urgency.allCases[draw(3)]
            forth.append(try await hsi.submit(hsi.lead(lastNumber) { $0.urgency = urgency }))
            guard draw(2) == 0 else { continue }
            lastNumber += 1
            back.append(
                try await mx.submit(mx.lead(lastNumber) { $0.recipients = [Fixture.hsi] }))
        }
    }

    private mutating func restart() async throws {
        if draw(2) == 0 {
            hsi = try await hsi.restarted(.hsi, limits: Self.limits)
        } else {
            mx = try await mx.restarted(.fevimtra, limits: Self.limits)
        }
        try approve()
    }

    /// Mexico reads and acknowledges one lead that it has.
    private mutating func acknowledge() async throws {
        for lead in forth where !acknowledged.contains(lead) {
            guard try await mx.store.document(lead) != nil else { continue }
            _ = try await mx.broker.read(
                lead.messageID.text, purpose: "INVESTIGATION", reason: "assigned",
                by: mx.officer.officer, roles: [.officer])
            lastNumber += 1
            back.append(
                try await mx.submit(mx.acknowledgement(of: lead, number: lastNumber)))
            acknowledged.insert(lead)
            return
        }
    }

    private func brokenSession() async throws {
        let (dialer, listener) = draw(2) == 0 ? (hsi, mx) : (mx, hsi)
        let (forth, back, hsi, mx) = (forth, back, hsi, mx)
        try await TwoNodes.session(dialer, listener, framesMax: draw(14)) { road in
            try await expectEventually("cut or done") {
                if road.isCut { return true }
                guard try await Self.isDone(forth, from: hsi, to: mx) else { return false }
                return try await Self.isDone(back, from: mx, to: hsi)
            }
        }
    }

    func finish() async throws {
        let (forth, back, hsi, mx) = (forth, back, hsi, mx)
        let acknowledged = acknowledged
        try await TwoNodes.session(hsi, mx) { _ in
            try await expectEventually("all delivered") {
                guard try await Self.isDone(forth, from: hsi, to: mx) else { return false }
                for lead in acknowledged {
                    guard try await hsi.state(of: lead, with: mx.node) == .acknowledged else {
                        return false
                    }
                }
                return try await Self.isDone(back, from: mx, to: hsi)
            }
        }
        try await Self.expectOnce(forth, from: hsi, to: mx)
        try await Self.expectOnce(back, from: mx, to: hsi)
    }

    private static func isDone(
        _ documents: [DocumentIdentity], from origin: TestNode, to receiver: TestNode
    ) async throws -> Bool {
        for document in documents {
            guard let state = try await origin.state(of: document, with: receiver.node),
                state.rank >= DeliveryState.received.rank
            else { return false }
        }
        return true
    }

    /// One SENT and one RECEIVED entry for each, and a copy that is a beginning of the log.
    private static func expectOnce(
        _ documents: [DocumentIdentity], from origin: TestNode, to receiver: TestNode
    ) async throws {
        let log = Fixture.channel(of: origin.node, to: receiver.node)
        let own = try await origin.store.entries(of: log, from: 0, limit: 10_000)
        let copy = try await receiver.store.entries(of: log, from: 0, limit: 10_000)
        #expect(own.starts(with: copy))
        let answers = Fixture.channel(of: receiver.node, to: origin.node)
        let sent = try await origin.names(in: log).filter { $0 == "SENT" }
        let received = try await receiver.names(in: answers).filter { $0 == "RECEIVED" }
        #expect(sent.count == documents.count)
        #expect(received.count == documents.count)
        for document in documents {
            #expect(try await receiver.store.document(document) != nil)
            #expect(try await origin.row(of: document, with: receiver.node)?.attempt == 1)
        }
    }
}
