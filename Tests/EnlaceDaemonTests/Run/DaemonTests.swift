import EnlaceBroker
import EnlaceCrypto
import EnlaceFiles
import EnlaceLog
import EnlaceModel
import EnlaceStore
import EnlaceStoreSQLite
import EnlaceTestSupport
import EnlaceTransport
import EnlaceWire
import Testing

@testable import EnlaceDaemon

@Suite("Daemon")
struct DaemonTests {
    private let pki: TestPKI
    private let node: NodeFolder

    init() throws {
        pki = try TestPKI(now: SystemClock().now())
        node = try NodeFolder(Fixture.hsi, pki: pki)
    }

    @Test("it listens on both ports, says so in run.json, and stops in good order")
    func runs() async throws {
        try await node.makeNode()
        let file = node.data.run
        for _ in 1...2 {
            try await withDaemon(node) { ports in
                let run = try JSONParser.parse(FileSystem.read(file, bytesMax: 4096))
                #expect(run["nodePort"]?.integerValue == Int64(ports.node.port))
                #expect(run["clientPort"]?.integerValue == Int64(ports.client.port))
                #expect(ports.node.port != 0 && ports.client.port != 0)
            }
            #expect(!FileSystem.exists(file))
        }
    }

    @Test("administrators see the status and the card, and never a document")
    func administrators() async throws {
        try await node.makeNode()
        let administrator = node.administrators[0]
        try await withDaemon(node) { ports in
            guard case .status(let status) = try await administrator.ask(ports, .status(.init()))
            else { throw DaemonError(.protocolViolation, object: "status") }
            #expect(status.node == "US-DHS-HSI-NYC")
            #expect(status.isHealthy)
            #expect(status.certificates.map(\.use) == ["TLS", "ENCRYPTION", "STATEMENT"])
            guard case .card(let card) = try await administrator.ask(ports, .card(.init()))
            else { throw DaemonError(.protocolViolation, object: "card") }
            #expect(card.fingerprint.wireBytes == SHA256.hash(card.card.wireBytes))
            var read = ClientRead()
            read.name = "US-DHS-HSI-NYC/2026/000001"
            let refused: [ClientRequest.OneOf_Body] = [
                .read(read), .list(.init()), .show(.init()), .submit(.init()),
                .auditHistory(.init()),
            ]
            for request in refused {
                let code = await refusal { _ = try await administrator.ask(ports, request) }
                #expect(code == .notPermitted)
            }
        }
    }

    /// The statement and certificates by which a person is proposed.
    private func proposal(of person: PKIOfficer, by administrator: PKIOfficer) throws
        -> ClientOfficerPropose
    {
        let content = StatementContent.addingOfficer(
            person.officer, client: person.client.certificate.derBytes,
            signing: person.signing.certificate.derBytes, roles: person.roles, on: pki.now)
        var request = ClientOfficerPropose()
        request.statement = .init(wire: try administrator.sign(content.encoded))
        request.clientCertificate = .init(wire: person.client.certificate.derBytes)
        request.signingCertificate = .init(wire: person.signing.certificate.derBytes)
        return request
    }

    @Test("a person is added by two administrators, logs in, and is out when revoked")
    func people() async throws {
        try await node.makeNode()
        let (first, second) = (node.administrators[0], node.administrators[1])
        let officer = try pki.officer(OfficerID(node: node.node, opaque: "o-1"))
        let request = try proposal(of: officer, by: first)
        let now = pki.now
        try await withDaemon(node) { ports in
            #expect(await refusal { try await officer.session(ports) { _ in } } != nil)
            guard case .proposal(let pending) = try await first.ask(ports, .officerPropose(request))
            else { throw DaemonError(.protocolViolation, object: "proposal") }
            #expect(pending.state == "PENDING")
            var approval = ClientProposalApprove()
            approval.id = pending.proposal.id
            approval.statement = .init(
                wire: try second.approve(pending.proposal.statement.wireBytes))
            #expect(
                await refusal { _ = try await first.ask(ports, .proposalApprove(approval)) }
                    == .secondPersonRequired)
            guard
                case .proposal(let done) = try await second.ask(
                    ports, .proposalApprove(approval))
            else { throw DaemonError(.protocolViolation, object: "approval") }
            #expect(done.state == "DONE")
            try await officer.session(ports) { session in
                #expect(session.hello.roles == ["OFFICER"])
                _ = try await session.request(.list(.init()))
                var revocation = ClientOfficerRevoke()
                revocation.statement = .init(
                    wire: try second.sign(
                        StatementContent.revokingOfficer(officer.officer, on: now).encoded))
                _ = try await second.ask(ports, .officerRevoke(revocation))
                #expect(
                    await refusal { _ = try await session.request(.list(.init())) }
                        == .officerRevoked)
            }
        }
    }

    @Test("a node that is not set up is refused: nothing is created by running")
    func missing() async throws {
        let daemon = Daemon(configuration: try node.configuration(), logger: .silent)
        #expect(
            await refusal { try await daemon.run(handlingSignals: false) { _ in } }
                == .storeMissing)
        #expect(!FileSystem.exists(node.data.path))
    }

    @Test("a second daemon on the same data is refused")
    func second() async throws {
        try await node.makeNode()
        let second = Daemon(configuration: try node.configuration(), logger: .silent)
        let code = try await withDaemon(node) { _ in
            await refusal { try await second.run(handlingSignals: false) { _ in } }
        }
        #expect(code == .storeLocked)
        #expect(ErrorCode.storeLocked.exitCode == .temporary)
    }

    @Test("a port in use, a missing key and a readable one are refused with their codes")
    func refusals() async throws {
        let other = try NodeFolder(Fixture.fevimtra, pki: pki)
        try await node.makeNode()
        try await other.makeNode()
        let port = try await withDaemon(node) { ports in
            let text = try FileSystem.read(other.configurationFile, bytesMax: 65_536)
            let taken = String(decoding: text, as: UTF8.self).split(separator: "\n").map { line in
                line.hasPrefix("listen:")
                    ? "listen: {node: '\(ports.node)', client: '127.0.0.1:0'}" : String(line)
            }.joined(separator: "\n")
            let configuration = try Configuration.parse(taken, file: other.configurationFile)
            let daemon = Daemon(configuration: configuration, logger: .silent)
            return await refusal { try await daemon.run(handlingSignals: false) { _ in } }
        }
        #expect(port == .addressInUse)
        let key = try FileSystem.read(other.data.key("tls"), bytesMax: KeyFile.bytesMax)
        let daemon = Daemon(configuration: try other.configuration(), logger: .silent)
        try FileSystem.writeDurably(key, to: other.data.key("tls"), mode: .publicFile)
        #expect(
            await refusal { try await daemon.run(handlingSignals: false) { _ in } }
                == .fileWorldReadable)
        try FileSystem.remove(other.data.key("tls"))
        #expect(
            await refusal { try await daemon.run(handlingSignals: false) { _ in } }
                == .keyMissing)
    }

    /// The code with which a daemon refuses to start under a configuration with one line more.
    private func refusalToStart(with line: String) async throws -> ErrorCode? {
        let text = String(
            decoding: try FileSystem.read(node.configurationFile, bytesMax: 65_536), as: UTF8.self)
        let lines = text.split(separator: "\n").filter { !$0.hasPrefix("openssl:") }
        let configuration = try Configuration.parse(
            (lines + [Substring(line)]).joined(separator: "\n"), file: node.configurationFile)
        let daemon = Daemon(configuration: configuration, logger: .silent)
        return await refusal {
            try await daemon.run(handlingSignals: false) { _ in }
        }
    }

    @Test("an old library and an absent FIPS provider are refused before anything is opened")
    func library() async throws {
        let running = LibraryVersion.running
        let next = "\(running.major).\(running.minor).\(running.patch + 1)"
        #expect(
            try await refusalToStart(with: "openssl: {floor: [\(next)]}") == .cryptoLibraryTooOld)
        if !FIPSMode.isOn {
            #expect(
                try await refusalToStart(with: "openssl: {floor: [], fips: required}")
                    == .fipsUnavailable)
        }
    }

    @Test("a store of a newer version, or of another node, is refused and left alone")
    func otherStore() async throws {
        try await node.makeNode()
        var bytes = try FileSystem.read(node.data.store, bytesMax: 16 << 20)
        // The user version in the header of the database (SQLite "Database File Format" 1.3.18).
        bytes.replaceSubrange(60..<64, with: [0, 0, 0xFF, 0xFF])
        try FileSystem.writeDurably(bytes, to: node.data.store, mode: .privateFile)
        #expect(try await refusalToStart(with: "openssl: {floor: []}") == .storeNewer)
        #expect(try FileSystem.read(node.data.store, bytesMax: 16 << 20) == bytes)
        #expect(ErrorCode.storeNewer.exitCode == .configurationOrKeys)
    }

    @Test("a certificate that is not on the roster cannot log in, and the try is logged")
    func stranger() async throws {
        try await node.makeNode()
        let stranger = try pki.officer(OfficerID(node: node.node, opaque: "a-1"))
        try await withDaemon(node) { ports in
            let code = await refusal {
                try await stranger.session(ports) { _ in }
            }
            #expect(code != nil)
        }
        let store = try SQLiteStore.open(
            at: node.data.store, hasher: LogPrimitives.product.hasher)
        let entries = try await store.entries(
            of: store.identity.localLog, from: 0, limit: 100)
        let failures = try entries.enumerated().compactMap { index, bytes -> LocalBody? in
            guard case .local(let body) = try LogEntry(bytes, at: UInt64(index)).body,
                body.event == AuditEvent.logonFailed.rawValue
            else { return nil }
            return body
        }
        #expect(failures.map(\.outcome) == ["OFFICER_UNKNOWN"])
        #expect(failures.map(\.object) == [stranger.client.certificate.fingerprint.hex])
        try await store.close()
    }

    @Test("an error that must not be survived ends the services with that error")
    func fatal() async throws {
        let signal = FatalSignal()
        signal.raise(StoreError(.storeUnsynced, object: "disk"))
        await #expect(throws: StoreError(.storeUnsynced, object: "")) { try await signal.run() }
        #expect(ErrorCode.storeUnsynced.exitCode == .inputOutput)
    }
}
