import EnlaceBroker
import EnlaceModel
import EnlaceStore
import EnlaceTestSupport
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
