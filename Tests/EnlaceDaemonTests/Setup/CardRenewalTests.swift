import EnlaceBroker
import EnlaceCrypto
import EnlaceFiles
import EnlaceModel
import EnlaceTestSupport
import EnlaceTransport
import EnlaceWire
import Testing

@testable import EnlaceDaemon

@Suite("Card renewal")
struct CardRenewalTests {
    private let node: NodeFolder

    init() throws {
        node = try NodeFolder(Fixture.hsi, pki: TestPKI(now: SystemClock().now()))
    }

    private func replace(_ name: String, _ profile: CertificateProfile) throws {
        let fresh = try node.pki.credential(profile, name: .node(node.node))
        try FileSystem.rename(node.data.key(name), to: node.folder.path("old-\(name).key"))
        try fresh.key.save(file: node.data.key(name))
        try FileSystem.rename(node.data.certificate(name), to: node.folder.path("old-\(name).crt"))
        try FileSystem.writeDurably(
            fresh.certificate.pem.utf8, to: node.data.certificate(name), mode: .publicFile)
    }

    private func renewal() throws -> CardRenewal {
        CardRenewal(
            configuration: try node.configuration(), clock: SystemClock(), random: SystemRandom())
    }

    @Test("a daemon whose keys are not those of its card does not start; with a new card it does")
    func newEncryptionKey() async throws {
        try await node.makeNode()
        try replace("encryption", .nodeEncryption)
        let daemon = Daemon(configuration: try node.configuration(), logger: .silent)
        #expect(
            await refusal { try await daemon.run(handlingSignals: false) { _ in } }
                == .keyMismatch)
        let card = try await renewal().run(previous: nil)
        #expect(card.version == 2)
        let stored = try FileSystem.read(node.data.card(2), bytesMax: CardContent.bytesMax)
        #expect(stored == card.bytes)
        let retired = """
            keys:
              retired:
                - {key: old-encryption.key, certificate: old-encryption.crt}
            """
        let text = try FileSystem.read(node.configurationFile, bytesMax: 65_536)
        try FileSystem.writeDurably(
            text + Array("\n\(retired)\n".utf8), to: node.configurationFile, mode: .publicFile)
        let administrator = node.administrators[0]
        try await withDaemon(node) { ports in
            guard case .card(let reply) = try await administrator.ask(ports, .card(.init())) else {
                throw DaemonError(.protocolViolation, object: "card")
            }
            #expect(reply.fingerprint.wireBytes == card.fingerprint.bytes)
        }
    }

    @Test("a new statement key needs the former one to sign too")
    func newStatementKey() async throws {
        try await node.makeNode()
        try replace("statement", .nodeStatement)
        await #expect(throws: BrokerError(.cardInvalid, object: "")) {
            try await renewal().run(previous: nil)
        }
        #expect(!FileSystem.exists(node.data.card(2)))
        let previous = try Credential.load(
            certificateFile: node.folder.path("old-statement.crt"),
            keyFile: node.folder.path("old-statement.key"))
        let first = try NodeCard(
            FileSystem.read(node.data.card(1), bytesMax: CardContent.bytesMax))
        let second = try await renewal().run(previous: previous)
        try second.checkSuccession(of: first)
    }

    @Test("while the daemon runs the card stays as it is")
    func running() async throws {
        try await node.makeNode()
        let code = try await withDaemon(node) { _ in
            await refusal { _ = try await renewal().run(previous: nil) }
        }
        #expect(code == .storeLocked)
    }
}
