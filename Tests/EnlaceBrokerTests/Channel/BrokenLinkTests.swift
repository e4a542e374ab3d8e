import EnlaceBroker
import EnlaceLog
import EnlaceModel
import EnlaceStore
import EnlaceTestSupport
import Testing

@Suite("Links that break")
struct BrokenLinkTests {
    /// Batches of three documents, so that few documents make many frames.
    private static let limits: BrokerLimits = {
        var limits = BrokerLimits()
        limits.documentsInFlightMax = 3
        limits.documentsReservedForUrgent = 1
        return limits
    }()

    @Test("a cut after any frame loses nothing and doubles nothing", arguments: 0..<16)
    func cut(after frames: Int) async throws {
        let nodes = try await TwoNodes(limits: Self.limits)
        let (hsi, mx) = (nodes.hsi, nodes.fevimtra)
        let leads = try await hsi.submitLeads(1...7)
        let back = try await mx.submit(mx.lead(8) { $0.recipients = [Fixture.hsi] })
        try await nodes.session(framesMax: frames) { road in
            try await expectEventually("cut or done") {
                if road.isCut { return true }
                return try await Self.areReceived(leads, from: hsi, at: mx)
            }
        }
        try await nodes.session { _ in
            try await expectEventually("all received") {
                guard try await Self.areReceived(leads, from: hsi, at: mx) else { return false }
                return try await Self.areReceived([back], from: mx, at: hsi)
            }
        }
        #expect(try await Self.incoming(at: mx) == 7)
        #expect(try await Self.incoming(at: hsi) == 1)
        try await Self.expectTrueCopies(hsi, mx)
        for lead in leads { #expect(try await hsi.row(of: lead, with: mx.node)?.attempt == 1) }
    }

    @Test("a restart of either node between any two frames loses nothing", arguments: 1..<10)
    func restart(after frames: Int) async throws {
        let nodes = try await TwoNodes(limits: Self.limits)
        let leads = try await nodes.hsi.submitLeads(1...5)
        try await nodes.session(framesMax: frames) { road in
            try await expectEventually("cut or done") {
                if road.isCut { return true }
                return try await Self.areReceived(leads, from: nodes.hsi, at: nodes.fevimtra)
            }
        }
        let hsi = try await nodes.hsi.restarted(.hsi)
        let mx = try await nodes.fevimtra.restarted(.fevimtra)
        hsi.trust.approve(try mx.asPeer())
        mx.trust.approve(try hsi.asPeer())
        try await TwoNodes.session(mx, hsi) { _ in
            try await expectEventually("all received") {
                try await Self.areReceived(leads, from: hsi, at: mx)
            }
        }
        #expect(try await Self.incoming(at: mx) == 5)
        try await Self.expectTrueCopies(hsi, mx)
    }

    private static func areReceived(
        _ leads: [DocumentIdentity], from origin: TestNode, at receiver: TestNode
    ) async throws -> Bool {
        for lead in leads {
            guard try await origin.state(of: lead, with: receiver.node) == .received else {
                return false
            }
        }
        return true
    }

    private static func incoming(at node: TestNode) async throws -> Int {
        try await node.store.documents(
            DocumentQuery(
                direction: .incoming, states: [], types: [], peer: nil, threadID: nil,
                readableBy: nil, cursor: nil, limit: 100)
        ).items.count
    }

    /// Each side's copy is a beginning of the other's own log, with each document sent once.
    private static func expectTrueCopies(_ left: TestNode, _ right: TestNode) async throws {
        for (owner, holder) in [(left, right), (right, left)] {
            let log = Fixture.channel(of: owner.node, to: holder.node)
            let own = try await owner.store.entries(of: log, from: 0, limit: 1000)
            let copy = try await holder.store.entries(of: log, from: 0, limit: 1000)
            #expect(!copy.isEmpty)
            #expect(own.starts(with: copy))
            let sent = try own.enumerated().compactMap { index, bytes -> MessageID? in
                guard case .sent(let body) = try LogEntry(bytes, at: UInt64(index)).body else {
                    return nil
                }
                return body.messageID
            }
            #expect(Set(sent).count == sent.count)
        }
    }
}
