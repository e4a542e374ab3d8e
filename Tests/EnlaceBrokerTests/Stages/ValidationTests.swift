import EnlaceBroker
import EnlaceModel
import EnlaceStore
import EnlaceTestSupport
import Testing

@Suite("Submission, Validation and Release")
struct ValidationTests {
    /// The code of a refused submission; nil when it was taken.
    private func refusal(
        _ node: TestNode, by person: TestPerson? = nil, _ bytes: [UInt8]
    ) async throws -> ErrorCode? {
        do {
            _ = try await node.broker.submit(bytes, by: (person ?? node.officer).officer)
            return nil
        } catch let error as any CodedError {
            return error.code
        }
    }

    private func queued(_ node: TestNode) async throws -> Int {
        try await node.store.deliveryCounts().values.reduce(0) { $0 + ($1[.queued] ?? 0) }
    }

    @Test("a valid lead is queued for each recipient, once however often it is handed in")
    func idempotent() async throws {
        let nodes = try await TwoNodes()
        let lead = try nodes.hsi.lead()
        let first = try await nodes.hsi.broker.submit(lead, by: nodes.hsi.officer.officer)
        #expect(first.outcome == .stored)
        #expect(first.item.deliveries.map(\.state) == [.queued])
        nodes.clock.advance(by: .seconds(40 * 86_400))
        let again = try await nodes.hsi.broker.submit(lead, by: nodes.hsi.officer.officer)
        #expect(again.outcome == .alreadyStored)
        #expect(again.item.document.content == first.item.document.content)
        #expect(try await queued(nodes.hsi) == 1)
    }

    @Test("other content under a known identity is a conflict and leaves the first untouched")
    func conflict() async throws {
        let nodes = try await TwoNodes()
        let lead = try nodes.hsi.lead()
        let identity = try await nodes.hsi.submit(lead)
        let content = try await nodes.hsi.store.document(identity)?.document.content
        let other = try nodes.hsi.lead(1) { $0.title = "Another" }
        #expect(try await refusal(nodes.hsi, other) == .conflict)
        #expect(try await nodes.hsi.store.document(identity)?.document.content == content)
    }

    @Test("one unknown recipient refuses the whole, and every unknown one is named")
    func recipients() async throws {
        let nodes = try await TwoNodes()
        let guardia = try NodeID("MX-GN")
        let lead = try nodes.hsi.lead {
            $0.recipients = [Fixture.fbi, Fixture.fevimtra, guardia]
        }
        do {
            _ = try await nodes.hsi.submit(lead)
            Issue.record("taken")
        } catch let error as BrokerError {
            #expect(error.code == .recipientUnknown)
            #expect(error.object == "US-FBI-CETF-ELP, MX-GN")
        }
        #expect(try await queued(nodes.hsi) == 0)
    }

    @Test("who may sign and hand in a document")
    func signers() async throws {
        let nodes = try await TwoNodes()
        let (hsi, mx) = (nodes.hsi, nodes.fevimtra)
        let lead = try hsi.lead()
        #expect(try await refusal(hsi, by: hsi.releaser, lead) == .authorMismatch)
        let stranger = try TestPerson("o-9", of: Fixture.hsi)
        #expect(
            try await refusal(hsi, by: stranger, hsi.lead(2, by: stranger)) == .signerUnknown)
        #expect(try await refusal(mx, by: hsi.officer, lead) == .signerUnknown)
        hsi.trust.enrol(hsi.officer, roles: [.auditor])
        #expect(try await refusal(hsi, lead) == .signerLacksRole)
        hsi.trust.enrol(hsi.officer, refusal: .signerRevoked)
        #expect(try await refusal(hsi, lead) == .signerRevoked)
        hsi.trust.enrol(hsi.officer)
        #expect(try await refusal(hsi, lead) == nil)
    }

    @Test("a document that names another author than its signer is refused")
    func authorMismatch() async throws {
        let nodes = try await TwoNodes()
        let hsi = nodes.hsi
        let twice = TestPerson(hsi.officer, named: hsi.releaser.officer)
        #expect(try await refusal(hsi, hsi.lead(by: twice)) == .authorMismatch)
    }

    @Test("a changed byte anywhere in the signature is refused")
    func forged() async throws {
        let nodes = try await TwoNodes()
        var lead = try nodes.hsi.lead()
        lead[lead.count - 1] ^= 1
        #expect(try await refusal(nodes.hsi, lead) == .signatureInvalid)
        #expect(try await refusal(nodes.hsi, [1, 2, 3]) == .signedDocumentMalformed)
    }

    @Test("environment and times are checked by this node's clock")
    func times() async throws {
        let nodes = try await TwoNodes()
        let hsi = nodes.hsi
        #expect(
            try await refusal(hsi, hsi.lead { $0.environment = .live }) == .environmentMismatch)
        let ahead = hsi.clock.now().advanced(by: .seconds(301))
        #expect(try await refusal(hsi, hsi.lead { $0.draftedAt = ahead }) == .signedInFuture)
        let brief = try hsi.lead { $0.lifetime = .seconds(60) }
        hsi.clock.advance(by: .seconds(60))
        #expect(try await refusal(hsi, brief) == .expired)
    }

    @Test("where a release is demanded another active officer must have approved")
    func release() async throws {
        let nodes = try await TwoNodes()
        let hsi = nodes.hsi
        let bare = try hsi.lead(1) { $0.releaseRequired = true }
        #expect(try await refusal(hsi, bare) == .releaseRequired)
        let released = try hsi.lead(2, { $0.releaseRequired = true }, approver: hsi.releaser)
        hsi.trust.enrol(hsi.releaser, refusal: .signerRevoked)
        #expect(try await refusal(hsi, released) == .signerRevoked)
        hsi.trust.enrol(hsi.releaser)
        let identity = try await hsi.submit(released)
        let record = try await hsi.store.document(identity)?.document
        #expect(record?.releaser == hsi.releaser.officer)
    }

    @Test("what is answered must be here, read by the author, and answerable")
    func answers() async throws {
        let nodes = try await TwoNodes()
        let (hsi, mx) = (nodes.hsi, nodes.fevimtra)
        let lead = try await hsi.submit(hsi.lead())
        #expect(try await refusal(mx, mx.acknowledgement(of: lead, number: 2)) == .notFound)
        let (ack, again) = try await nodes.session { _ in
            try await expectEventually("received") {
                try await hsi.state(of: lead, with: mx.node) == .received
            }
            let ack = try mx.acknowledgement(of: lead, number: 2)
            #expect(try await refusal(mx, ack) == .notRead)
            _ = try await mx.broker.read(
                lead.messageID.text, purpose: "INVESTIGATION", reason: "assigned",
                by: mx.officer.officer, roles: [.officer])
            #expect(
                try await refusal(
                    mx, mx.acknowledgement(of: lead, number: 4, thread: Fixture.messageID(7)))
                    == .documentInvalid)
            let first = try await mx.submit(ack)
            let second = try await mx.broker.submit(
                mx.acknowledgement(of: lead, number: 5), by: mx.officer.officer)
            try await expectEventually("the acknowledgement has arrived") {
                try await hsi.store.document(first) != nil
            }
            return (first, second)
        }
        #expect(again.outcome == .alreadyAnswered)
        #expect(again.item.document.identity == ack)
        _ = try await hsi.broker.read(
            ack.messageID.text, purpose: "INVESTIGATION", reason: "assigned",
            by: hsi.officer.officer, roles: [.officer])
        let answer = try hsi.acknowledgement(of: ack, number: 6, thread: lead.messageID)
        #expect(try await refusal(hsi, answer) == .answerNotAllowed)
    }
}
