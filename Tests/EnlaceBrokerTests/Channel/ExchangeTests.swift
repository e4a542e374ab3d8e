import EnlaceBroker
import EnlaceModel
import EnlaceStore
import EnlaceTestSupport
import EnlaceWire
import Synchronization
import Testing

@Suite("Exchange between two nodes")
struct ExchangeTests {
    @Test("a lead is received, read and acknowledged, and each step is known at its origin")
    func wholeWay() async throws {
        let nodes = try await TwoNodes()
        let (hsi, mx) = (nodes.hsi, nodes.fevimtra)
        let lead = try await hsi.submit(hsi.lead())
        try await nodes.session { _ in
            try await expectEventually("received") {
                try await hsi.state(of: lead, with: mx.node) == .received
            }
            #expect(try await mx.state(of: lead, with: mx.node) == .received)
            let shown = try await mx.broker.read(
                lead.messageID.text, purpose: "INVESTIGATION", reason: "assigned",
                by: mx.officer.officer, roles: [.officer])
            #expect(shown.isFirst)
            #expect(shown.signers.map(\.refusal) == [nil])
            try await expectEventually("read") {
                try await hsi.state(of: lead, with: mx.node) == .read
            }
            let ack = try await mx.submit(mx.acknowledgement(of: lead, number: 2))
            try await expectEventually("acknowledged") {
                try await hsi.state(of: lead, with: mx.node) == .acknowledged
            }
            try await expectEventually("the acknowledgement's own receipt") {
                try await mx.state(of: ack, with: hsi.node) == .received
            }
            #expect(try await mx.state(of: lead, with: mx.node) == .acknowledged)
        }
        let row = try #require(try await hsi.row(of: lead, with: mx.node))
        #expect(row.receipt?.log == "enlace-training/MX-FGR-FEVIMTRA/US-DHS-HSI-NYC/1")
        #expect(row.attempt == 1)
    }

    @Test("large documents travel in batches of at most four mebibytes, or alone")
    func batchSizes() async throws {
        let nodes = try await TwoNodes()
        let (hsi, mx) = (nodes.hsi, nodes.fevimtra)
        let leads = try await hsi.submitLeads(1...20) { $1.padding = $0 < 15 ? 110_000 : 10 }
        let batches = BatchSizes()
        let tamper: MemoryRoad.Tamper = { from, frame in
            if from == Fixture.hsi, case .batch(let message) = frame.body,
                let batch = try? UnverifiedBatch(message)
            {
                batches.add(batch)
            }
            return frame
        }
        try await nodes.session(tamper: tamper) { _ in
            for lead in leads {
                try await expectEventually("received") {
                    try await hsi.state(of: lead, with: mx.node) == .received
                }
            }
        }
        #expect(batches.sealed.reduce(0, +) == 20)
        #expect(batches.largest <= 4 << 20)
        #expect(batches.sealed.count < 20)
    }

    /// What went by on the road.
    private final class BatchSizes: Sendable {
        private let seen = Mutex<[(sealed: Int, bytes: Int)]>([])

        var sealed: [Int] { seen.withLock { $0.map(\.sealed) } }

        /// The bytes of the largest batch with more than one envelope.
        var largest: Int {
            seen.withLock { $0.filter { $0.sealed > 1 }.map(\.bytes).max() ?? 0 }
        }

        func add(_ batch: UnverifiedBatch) {
            seen.withLock { $0.append((batch.sealed.count, batch.countedBytes)) }
        }
    }

    @Test("what was submitted while no session ran is sent when one begins, urgent first")
    func queued() async throws {
        let nodes = try await TwoNodes()
        let (hsi, mx) = (nodes.hsi, nodes.fevimtra)
        let leads = try await hsi.submitLeads(1...40) {
            $1.urgency = $0 == 40 ? .immediate : .routine
        }
        try await nodes.session { _ in
            for lead in leads {
                try await expectEventually("received") {
                    try await hsi.state(of: lead, with: mx.node) == .received
                }
            }
        }
        let urgent = try #require(try await hsi.row(of: leads[39], with: mx.node)?.sentIndex)
        let routine = try #require(try await hsi.row(of: leads[0], with: mx.node)?.sentIndex)
        #expect(urgent < routine)
    }
}
