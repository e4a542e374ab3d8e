import EnlaceCrypto
import EnlaceModel
import EnlaceTestSupport
import EnlaceTransport
import EnlaceWire
import Testing

@testable import EnlaceDaemon

@Suite("Requests")
struct RequestHarnessTests {
    /// Requests that say something impossible, with the code of the answer.
    private static let malformed: [(ClientRequest.OneOf_Body, ErrorCode)] = {
        var list = ClientList()
        list.direction = "SIDEWAYS"
        var states = ClientList()
        states.states = ["ASLEEP"]
        var peer = ClientList()
        peer.peer = "us"
        var resend = ClientResend()
        resend.recipient = "nobody"
        var submit = ClientSubmit()
        submit.signedDocument = .init(wire: [0x30, 0x00])
        var prepare = ClientPrepare()
        prepare.type = "lead"
        var entries = ClientAuditEntries()
        entries.origin = "enlace-live/x"
        var approve = ClientProposalApprove()
        approve.id = .init(wire: [1, 2, 3])
        var propose = ClientPeerPropose()
        propose.card = .init(wire: [0x30, 0x00])
        propose.statement = .init(wire: [0x30, 0x00])
        return [
            (.list(list), .codeUnknown), (.list(states), .codeUnknown),
            (.list(peer), .nodeIDMalformed), (.resend(resend), .nodeIDMalformed),
            (.submit(submit), .signedDocumentMalformed), (.prepare(prepare), .typeUnknown),
            (.show(.init()), .notFound), (.withdraw(.init()), .notFound),
            (.auditEntries(entries), .logUnknown),
            (.proposalApprove(approve), .messageIDMalformed),
            (.peerPropose(propose), .signedDocumentMalformed),
            (.officerRevoke(.init()), .signedDocumentMalformed),
        ]
    }()

    @Test("an impossible request gets its code, and the session and the node go on")
    func malformed() async throws {
        let pki = try TestPKI(now: SystemClock().now())
        let folder = try NodeFolder(Fixture.hsi, pki: pki)
        try await folder.makeNode()
        // One person in all roles: nothing here is refused for want of a right.
        let person = try pki.officer(
            OfficerID(node: folder.node, opaque: "x-1"), roles: Set(Role.allCases))
        let administrators = folder.administrators
        let now = pki.now
        try await withDaemon(folder) { ports in
            let content = StatementContent.addingOfficer(
                person.officer, client: person.client.certificate.derBytes,
                signing: person.signing.certificate.derBytes, roles: person.roles, on: now)
            var request = ClientOfficerPropose()
            request.statement = .init(wire: try administrators[0].sign(content.encoded))
            request.clientCertificate = .init(wire: person.client.certificate.derBytes)
            request.signingCertificate = .init(wire: person.signing.certificate.derBytes)
            guard
                case .proposal(let pending) = try await administrators[0].ask(
                    ports, .officerPropose(request))
            else { throw DaemonError(.protocolViolation, object: "proposal") }
            var approval = ClientProposalApprove()
            approval.id = pending.proposal.id
            approval.statement = .init(
                wire: try administrators[1].approve(pending.proposal.statement.wireBytes))
            _ = try await administrators[1].ask(ports, .proposalApprove(approval))
            try await person.session(ports) { session in
                for (body, code) in Self.malformed {
                    #expect(await refusal { _ = try await session.request(body) } == code)
                }
                _ = try await session.request(.status(.init()))
            }
        }
    }
}
