import EnlaceBroker
import EnlaceLog
import EnlaceModel
import EnlaceStore
import EnlaceTestSupport
import Testing

@Suite("Presentation and Recovery")
struct PresentationTests {
    private func delivered(
        _ change: (inout LeadOptions) -> Void = { _ in }
    ) async throws -> (TwoNodes, DocumentIdentity, [UInt8]) {
        let nodes = try await TwoNodes()
        let bytes = try nodes.hsi.lead(1, change)
        let lead = try await nodes.hsi.submit(bytes)
        try await nodes.session { _ in
            try await expectEventually("received") {
                try await nodes.hsi.state(of: lead, with: nodes.fevimtra.node) == .received
            }
        }
        return (nodes, lead, bytes)
    }

    private func read(
        _ node: TestNode, _ lead: DocumentIdentity, by person: TestPerson? = nil,
        roles: Set<Role> = [.officer]
    ) async throws -> PresentedDocument {
        try await node.broker.read(
            lead.messageID.text, purpose: "INVESTIGATION", reason: "assigned",
            by: (person ?? node.officer).officer, roles: roles)
    }

    private func refusal(_ body: () async throws -> Void) async throws -> ErrorCode? {
        do {
            try await body()
            return nil
        } catch let error as any CodedError {
            return error.code
        }
    }

    @Test("the exact bytes are shown after the reading is logged; only the first tells the origin")
    func read() async throws {
        let (nodes, lead, bytes) = try await delivered()
        let mx = nodes.fevimtra
        let first = try await read(mx, lead)
        #expect(first.signedBytes == bytes)
        #expect(first.isFirst)
        #expect(first.signers.first?.officer == nodes.hsi.officer.officer)
        let second = try await read(mx, lead, by: mx.releaser)
        #expect(!second.isFirst)
        #expect(try await mx.events().suffix(2) == ["READ", "READ_AGAIN"])
        let log = Fixture.channel(of: mx.node, to: nodes.hsi.node)
        let names = try await mx.names(in: log)
        #expect(names == ["KEYS", "RECEIVED", "READ"])
        #expect(try await mx.store.readings(of: lead).count == 2)
    }

    @Test("auditors and administrators never get a body, and the attempt is logged")
    func roles() async throws {
        let (nodes, lead, _) = try await delivered()
        for roles: Set<Role> in [[.auditor], [.administrator], [.auditor, .administrator], []] {
            let code = try await refusal { _ = try await read(nodes.fevimtra, lead, roles: roles) }
            #expect(code == .notPermitted)
        }
        #expect(
            try await nodes.fevimtra.events().filter { $0 == "ACCESS_DENIED" }.count == 4)
        #expect(try await nodes.fevimtra.store.readings(of: lead).isEmpty)
    }

    @Test("TLP:RED is for the officers named and the author only")
    func red() async throws {
        let named = [
            Fixture.officer("o-1001", of: Fixture.fevimtra), Fixture.officer("o-1001"),
        ]
        let (nodes, lead, _) = try await delivered { $0.namedOfficers = named }
        let (hsi, mx) = (nodes.hsi, nodes.fevimtra)
        #expect(
            try await refusal { _ = try await read(mx, lead, by: mx.releaser) }
                == .notForThisOfficer)
        #expect(
            try await refusal { _ = try await read(hsi, lead, by: hsi.releaser) }
                == .notForThisOfficer)
        _ = try await read(mx, lead)
        _ = try await read(hsi, lead)
    }

    @Test("a signature is shown with what speaks against it today")
    func verdict() async throws {
        let (nodes, lead, _) = try await delivered()
        let mx = nodes.fevimtra
        mx.trust.approve(try nodes.hsi.asPeer(refusal: .signerRevoked))
        #expect(try await read(mx, lead).signers.map(\.refusal) == [.signerRevoked])
        mx.trust.approve(try nodes.hsi.asPeer(knowsOfficers: false))
        #expect(try await read(mx, lead).signers.map(\.refusal) == [.signerUnknown])
    }

    @Test("what is queued can be taken back, what was sent cannot")
    func withdraw() async throws {
        let (nodes, lead, _) = try await delivered()
        let hsi = nodes.hsi
        func withdraw(_ identity: DocumentIdentity, roles: Set<Role> = [.officer]) async throws {
            _ = try await hsi.broker.withdraw(
                identity.messageID.text, by: hsi.officer.officer, roles: roles)
        }
        let queued = try await hsi.submit(hsi.lead(2))
        #expect(
            try await refusal { try await withdraw(queued, roles: [.administrator]) }
                == .notPermitted)
        try await withdraw(queued)
        #expect(try await hsi.state(of: queued, with: Fixture.fevimtra) == .withdrawn)
        #expect(try await refusal { try await withdraw(queued) } == .stateForbids)
        #expect(try await refusal { try await withdraw(lead) } == .stateForbids)
        try await nodes.session { _ in
            let later = try await hsi.submit(hsi.lead(3))
            try await expectEventually("received") {
                try await hsi.state(of: later, with: Fixture.fevimtra) == .received
            }
        }
        #expect(try await nodes.fevimtra.store.document(queued) == nil)
    }

    @Test("what was refused for good can be sent again while its time lasts")
    func resend() async throws {
        let nodes = try await TwoNodes()
        let (hsi, mx) = (nodes.hsi, nodes.fevimtra)
        mx.trust.approve(try hsi.asPeer(refusal: .signerRevoked))
        let lead = try await hsi.submit(hsi.lead())
        @Sendable func resend() async throws {
            _ = try await hsi.broker.resend(
                lead.messageID.text, to: nil, by: hsi.officer.officer, roles: [.officer])
        }
        #expect(try await refusal { try await resend() } == .stateForbids)
        try await nodes.session { _ in
            try await expectEventually("rejected") {
                try await hsi.state(of: lead, with: mx.node) == .rejected
            }
            #expect(try await hsi.row(of: lead, with: mx.node)?.reason == .signerRevoked)
            mx.trust.approve(try hsi.asPeer())
            try await resend()
            try await expectEventually("received") {
                try await hsi.state(of: lead, with: mx.node) == .received
            }
        }
        #expect(try await hsi.row(of: lead, with: mx.node)?.attempt == 2)
    }

    @Test("names that fit nothing are not found")
    func find() async throws {
        let nodes = try await TwoNodes()
        for name in ["", "US-DHS-HSI-NYC/2026/000009", "\u{202E}"] {
            #expect(
                try await refusal { _ = try await nodes.hsi.broker.find(name) } == .notFound)
        }
    }
}
