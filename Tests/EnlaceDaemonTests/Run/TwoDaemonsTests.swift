import EnlaceBroker
import EnlaceCrypto
import EnlaceLog
import EnlaceModel
import EnlaceStore
import EnlaceTestSupport
import EnlaceTransport
import EnlaceWire
import Testing

@testable import EnlaceDaemon

@Suite("Two daemons")
struct TwoDaemonsTests {
    /// One node with persons in every role.
    private struct Side {
        let folder: NodeFolder
        let officer: PKIOfficer
        let colleague: PKIOfficer
        let auditor: PKIOfficer

        init(_ node: NodeID, pki: TestPKI) throws {
            folder = try NodeFolder(node, pki: pki, peerPort: freePort())
            officer = try pki.officer(OfficerID(node: node, opaque: "o-1"))
            colleague = try pki.officer(OfficerID(node: node, opaque: "o-2"))
            auditor = try pki.officer(OfficerID(node: node, opaque: "u-1"), roles: [.auditor])
        }

        func enrolPeople(_ ports: Daemon.Ports) async throws {
            let (first, second) = (folder.administrators[0], folder.administrators[1])
            for person in [officer, colleague, auditor] {
                let content = StatementContent.addingOfficer(
                    person.officer, client: person.client.certificate.derBytes,
                    signing: person.signing.certificate.derBytes, roles: person.roles,
                    on: folder.pki.now)
                var request = ClientOfficerPropose()
                request.statement = .init(wire: try first.sign(content.encoded))
                request.clientCertificate = .init(wire: person.client.certificate.derBytes)
                request.signingCertificate = .init(wire: person.signing.certificate.derBytes)
                try await approve(first.ask(ports, .officerPropose(request)), second, ports)
            }
        }

        func card(_ ports: Daemon.Ports) async throws -> [UInt8] {
            guard
                case .card(let reply) = try await folder.administrators[0].ask(
                    ports, .card(.init()))
            else { throw DaemonError(.protocolViolation, object: "card") }
            return reply.card.wireBytes
        }

        func enrol(_ peer: NodeID, card: [UInt8], _ ports: Daemon.Ports) async throws {
            let (first, second) = (folder.administrators[0], folder.administrators[1])
            let content = StatementContent.addingPeer(
                peer, card: SHA256.digest(card), at: folder.node, on: folder.pki.now)
            var request = ClientPeerPropose()
            request.card = .init(wire: card)
            request.statement = .init(wire: try first.sign(content.encoded))
            try await approve(first.ask(ports, .peerPropose(request)), second, ports)
        }

        private func approve(
            _ answer: ClientResponse.OneOf_Body, _ second: PKIOfficer, _ ports: Daemon.Ports
        ) async throws {
            guard case .proposal(let pending) = answer else {
                throw DaemonError(.protocolViolation, object: "proposal")
            }
            var approval = ClientProposalApprove()
            approval.id = pending.proposal.id
            approval.statement = .init(
                wire: try second.approve(pending.proposal.statement.wireBytes))
            _ = try await second.ask(ports, .proposalApprove(approval))
        }
    }

    private let us: Side
    private let mx: Side

    init() throws {
        let pki = try TestPKI(now: SystemClock().now())
        us = try Side(Fixture.hsi, pki: pki)
        mx = try Side(Fixture.fevimtra, pki: pki)
    }

    private func prepared(
        _ officer: PKIOfficer, _ ports: Daemon.Ports, type: String, target: String = ""
    ) async throws -> (DocumentReference, ClientPrepared) {
        var request = ClientPrepare()
        request.type = type
        request.recipients = [Fixture.hsi.text, Fixture.fevimtra.text, "US-NOBODY"]
        request.target = target
        guard case .prepared(let prepared) = try await officer.ask(ports, .prepare(request)) else {
            throw DaemonError(.protocolViolation, object: "prepared")
        }
        return (try DocumentReference(prepared.reference), prepared)
    }

    private func submit(
        _ bytes: [UInt8], _ officer: PKIOfficer, _ ports: Daemon.Ports
    ) async throws -> ClientSubmitted {
        var request = ClientSubmit()
        request.signedDocument = .init(wire: bytes)
        guard case .submitted(let submitted) = try await officer.ask(ports, .submit(request)) else {
            throw DaemonError(.protocolViolation, object: "submitted")
        }
        return submitted
    }

    /// Asks until a document that fits is there; each question takes a round trip, and their number
    /// is the limit.
    private func find(
        _ officer: PKIOfficer, _ ports: Daemon.Ports, direction: String,
        _ fits: @Sendable (ClientItem) -> Bool
    ) async throws -> ClientItem {
        try await officer.session(ports) { session in
            var request = ClientList()
            request.direction = direction
            for _ in 1...20_000 {
                if case .page(let page)? = try await session.request(.list(request)).body,
                    let item = page.items.first(where: fits)
                {
                    return item
                }
            }
            throw DaemonError(.notFound, object: direction)
        }
    }

    @Test(
        "a lead travels from an officer to an officer, is read and acknowledged, and both sides prove it",
        .timeLimit(.minutes(2)))
    func road() async throws {
        try await us.folder.makeNode()
        try await mx.folder.makeNode()
        try await withDaemon(us.folder) { usPorts in
            try await withDaemon(mx.folder) { mxPorts in
                try await us.enrolPeople(usPorts)
                try await mx.enrolPeople(mxPorts)
                try await us.enrol(
                    mx.folder.node, card: mx.card(mxPorts), usPorts)
                try await mx.enrol(
                    us.folder.node, card: us.card(usPorts), mxPorts)
                let lead = try await sendLead(usPorts)
                let readAt = try await read(lead, mxPorts)
                try await acknowledge(lead, readAt: readAt, mxPorts)
                let item = try await find(us.officer, usPorts, direction: "OUTGOING") {
                    $0.state == "ACKNOWLEDGED"
                }
                #expect(item.deliveries[0].receiptLog.contains("MX-FGR-FEVIMTRA/US-DHS-HSI-NYC"))
                try await checkTimeline(lead, usPorts)
                try await checkAudit(us, usPorts, lead: lead)
                try await checkAudit(mx, mxPorts, lead: lead)
                try await checkRights(lead, mxPorts)
                try await checkRevocation(usPorts, mxPorts)
            }
        }
    }

    private func sendLead(_ ports: Daemon.Ports) async throws -> ClientItem {
        let (reference, prepared) = try await prepared(us.officer, ports, type: "LEAD")
        #expect(prepared.unknownRecipients == [Fixture.hsi.text, "US-NOBODY"])
        let bytes = try us.officer.lead(
            to: [Fixture.fevimtra], reference: reference,
            messageID: MessageID(random: SystemRandom()), at: SystemClock().now(),
            namedOfficers: [mx.officer.officer])
        let submitted = try await submit(bytes, us.officer, ports)
        #expect(!submitted.alreadyStored)
        #expect(try await submit(bytes, us.officer, ports).alreadyStored)
        return submitted.item
    }

    private func read(_ lead: ClientItem, _ ports: Daemon.Ports) async throws -> Timestamp {
        let item = try await find(mx.officer, ports, direction: "INCOMING") { _ in true }
        #expect(item.reference == lead.reference)
        #expect(item.content == lead.content)
        var request = ClientRead()
        request.name = lead.reference
        request.purpose = "INVESTIGATION"
        request.reason = "carpeta asignada"
        guard case .reading(let reading) = try await mx.officer.ask(ports, .read(request)) else {
            throw DaemonError(.protocolViolation, object: "reading")
        }
        #expect(reading.isFirst)
        #expect(reading.signers.map(\.verdict) == ["OK"])
        #expect(reading.signers.map(\.officer) == [us.officer.officer.text])
        #expect(SHA256.hash(reading.signedDocument.wireBytes) == lead.content.wireBytes)
        return Timestamp(milliseconds: reading.readAt)
    }

    private func acknowledge(
        _ lead: ClientItem, readAt: Timestamp, _ ports: Daemon.Ports
    ) async throws {
        let (reference, prepared) = try await prepared(
            mx.officer, ports, type: "ACK", target: lead.reference)
        #expect(prepared.target.firstReadAt == readAt.milliseconds)
        #expect(!prepared.target.hasExistingAnswer)
        let bytes = try mx.officer.acknowledgement(
            of: lead.identity.identity, firstReadAt: readAt, reference: reference,
            messageID: MessageID(random: SystemRandom()), at: SystemClock().now())
        _ = try await submit(bytes, mx.officer, ports)
        let (_, again) = try await self.prepared(
            mx.officer, ports, type: "ACK", target: lead.reference)
        #expect(again.target.existingAnswerReference == reference.text)
    }

    private func checkTimeline(_ lead: ClientItem, _ ports: Daemon.Ports) async throws {
        var request = ClientShow()
        request.name = lead.reference
        guard case .timeline(let timeline) = try await us.officer.ask(ports, .show(request)) else {
            throw DaemonError(.protocolViolation, object: "timeline")
        }
        #expect(timeline.items.map(\.type) == ["LEAD", "ACK"])
        let words = timeline.events.filter { $0.reference == lead.reference }.map(\.event)
        #expect(words == ["ACCEPTED", "SENT", "RECEIVED", "READ", "ACKNOWLEDGED"])
        let received = try #require(timeline.events.first { $0.event == "RECEIVED" })
        #expect(received.log == "enlace-training/MX-FGR-FEVIMTRA/US-DHS-HSI-NYC/1")
    }

    /// The auditor fetches all logs and recomputes them from their entries.
    private func checkAudit(
        _ side: Side, _ ports: Daemon.Ports, lead: ClientItem
    ) async throws {
        guard case .auditLogs(let list) = try await side.auditor.ask(ports, .auditLogs(.init()))
        else { throw DaemonError(.protocolViolation, object: "logs") }
        #expect(list.logs.count == 3)
        let hasher = LogPrimitives.product.hasher
        for log in list.logs {
            var edge = TreeEdge()
            var request = ClientAuditEntries()
            request.origin = log.origin
            while edge.size < log.size {
                request.from = edge.size
                guard
                    case .auditEntries(let page) = try await side.auditor.ask(
                        ports, .auditEntries(request))
                else { throw DaemonError(.protocolViolation, object: "entries") }
                for entry in page.entries.prefix(Int(log.size - edge.size)) {
                    edge.append(leaf: hasher.leaf(entry.wireBytes), hasher: hasher)
                }
            }
            let key = try NoteVerifier(vkey: log.logKey, hasher: hasher)
            let opened = try CheckpointVerifier(logKey: key, primitives: .product)
                .open(log.checkpoint.wireBytes)
            #expect(opened.head == TreeHead(edge, hasher: hasher))
        }
        var request = ClientAuditHistory()
        request.name = lead.reference
        guard
            case .auditHistory(let page) = try await side.auditor.ask(
                ports, .auditHistory(request))
        else { throw DaemonError(.protocolViolation, object: "history") }
        let events = Set(page.rows.map(\.event))
        #expect(events.isSuperset(of: ["SENT", "RECEIVED", "READ"]))
        #expect(page.nextCursor.isEmpty)
    }

    /// A document that names officers is for them alone; auditors see that it is there, and nobody
    /// without the role of an officer receives a body.
    private func checkRights(_ lead: ClientItem, _ ports: Daemon.Ports) async throws {
        var read = ClientRead()
        read.name = lead.reference
        read.purpose = "INVESTIGATION"
        read.reason = "curiosity"
        #expect(
            await refusal { _ = try await mx.colleague.ask(ports, .read(read)) }
                == .notForThisOfficer)
        #expect(
            await refusal { _ = try await mx.auditor.ask(ports, .read(read)) } == .notPermitted)
        guard case .page(let hidden) = try await mx.colleague.ask(ports, .list(.init())),
            case .page(let seen) = try await mx.auditor.ask(ports, .list(.init()))
        else { throw DaemonError(.protocolViolation, object: "list") }
        #expect(!hidden.items.contains { $0.reference == lead.reference })
        #expect(seen.items.contains { $0.reference == lead.reference })
        var denials = ClientAuditHistory()
        denials.events = ["ACCESS_DENIED"]
        guard
            case .auditHistory(let page) = try await mx.auditor.ask(ports, .auditHistory(denials))
        else { throw DaemonError(.protocolViolation, object: "history") }
        #expect(page.rows.map(\.actor) == [mx.auditor.officer.text, mx.colleague.officer.text])
    }

    /// A revocation reaches the peer at once, without a restart of the session.
    private func checkRevocation(_ usPorts: Daemon.Ports, _ mxPorts: Daemon.Ports) async throws {
        func received() async throws -> Int {
            var request = ClientAuditHistory()
            request.events = ["DIRECTORY_RECEIVED"]
            guard
                case .auditHistory(let page) = try await mx.auditor.ask(
                    mxPorts, .auditHistory(request))
            else { throw DaemonError(.protocolViolation, object: "history") }
            return page.rows.count
        }
        let before = try await received()
        var revocation = ClientOfficerRevoke()
        revocation.statement = .init(
            wire: try us.folder.administrators[0].sign(
                StatementContent.revokingOfficer(us.colleague.officer, on: us.folder.pki.now)
                    .encoded))
        _ = try await us.folder.administrators[0].ask(usPorts, .officerRevoke(revocation))
        for _ in 1...2000 where try await received() > before { return }
        Issue.record("the directory was not pushed")
    }
}
