import EnlaceCrypto
import EnlaceFiles
import EnlaceModel
import EnlaceWire
import Testing

@testable import EnlaceTransport

@Suite("NodeListener against strangers")
struct NodeListenerHostileTests {
    private func impatient() -> TransportLimits {
        var limits = TransportLimits()
        limits.handshakeTimeout = .seconds(3)
        limits.closeTimeout = .milliseconds(300)
        return limits
    }

    /// The listener still serves a proper peer.
    private func expectAlive(_ pair: NodePair) async throws {
        try await pair.dial { link in
            try await link.send(Frames.ping(9))
            var frames = link.frames.makeAsyncIterator()
            #expect(try await frames.next() == Frames.ping(9))
        }
    }

    static let openings: [[UInt8]] = [
        Array("GET / HTTP/1.1\r\nHost: x\r\n\r\n".utf8), [0xFF, 0xFF, 0xFF, 0xFF],
        [UInt8](repeating: 0x41, count: 100_000), [0x16, 0x03, 0x01, 0xFF, 0xFF],
        [0x16, 0x03, 0x01, 0x00, 0x05, 0x01, 0xFF, 0xFF, 0xFF, 0x00], [],
    ]

    @Test("what is no TLS is closed, and others are served on", arguments: openings.indices)
    func noTLS(index: Int) async throws {
        let pair = try await NodePair(limits: impatient())
        try await beside({ try await pair.listener.run(NodePair.echo) }) {
            let count = try await RawClient.exchange(
                Self.openings[index], with: pair.listener.address)
            #expect(count < 100)
            try await expectAlive(pair)
        }
    }

    @Test("connections above the limit of one source are closed at once")
    func connectionLimit() async throws {
        var limits = TransportLimits()
        limits.connectionsPerSourceMax = 2
        let pair = try await NodePair(limits: limits)
        try await beside({ try await pair.listener.run(NodePair.echo) }) {
            try await pair.dial { _ in
                try await pair.dial { _ in
                    #expect(pair.listener.connectionCount == 2)
                    let count = try await RawClient.exchange([], with: pair.listener.address)
                    #expect(count == 0)
                    await #expect(throws: (any Error).self) { try await pair.dial { _ in } }
                }
            }
        }
    }

    @Test("another protocol inside TLS is refused")
    func wrongProtocol() async throws {
        let pair = try await NodePair()
        let dialer = NodeDialer(
            context: try pair.identities.us.context(.client, .client),
            verifyPeer: TestIdentities.verify, random: CountingRandom(), logger: quietLogger)
        try await beside({ try await pair.listener.run(NodePair.echo) }) {
            let error = await #expect(throws: (any Error).self) {
                try await dialer.dial(pair.identities.mxNode, at: pair.listener.address) { _ in }
            }
            #expect((error as? any CodedError)?.code == .tlsFailure)
            try await expectAlive(pair)
        }
    }

    @Test("a peer whose certificate is refused learns it by an alert")
    func refusedPeer() async throws {
        let pair = try await NodePair(verifyDialer: TestIdentities.refuse)
        try await beside({ try await pair.listener.run(NodePair.echo) }) {
            let error = await #expect(throws: (any Error).self) {
                try await pair.dial { link in for try await _ in link.frames {} }
            }
            let coded = error as? any CodedError
            #expect(coded?.code == .tlsFailure)
            #expect(coded?.context["alert"]?.contains("revoked") == true)
        }
    }

    @Test("an officer's certificate opens no session between nodes")
    func officerAtNodePort() async throws {
        let pair = try await NodePair()
        let dialer = NodeDialer(
            context: try pair.identities.officer.context(.client, .node),
            verifyPeer: TestIdentities.verify, random: CountingRandom(), logger: quietLogger)
        try await beside({ try await pair.listener.run(NodePair.echo) }) {
            let error = await #expect(throws: (any Error).self) {
                try await dialer.dial(pair.identities.mxNode, at: pair.listener.address) { link in
                    for try await _ in link.frames {}
                }
            }
            #expect((error as? any CodedError)?.code == .tlsFailure)
        }
    }

    /// Runs `openssl s_client` against the listener.
    private func client(
        _ pair: NodePair, _ arguments: [String], withCertificate: Bool = true
    ) async throws -> Command {
        let folder = try FileSystem.makeTemporaryFolder(prefix: "enlace-client")
        defer { try? FileSystem.removeTree(folder) }
        let file = FileSystem.join(folder, "us.pem")
        try FileSystem.createDurably(
            pair.identities.us.certificatePEM + pair.identities.us.keyPEM, at: file,
            mode: .privateFile)
        let own = withCertificate ? ["-cert", file, "-key", file] : []
        return try await Command.runAside(
            ["openssl", "s_client", "-connect", pair.listener.address.text] + own + arguments)
    }

    @Test("openssl with a certificate gets TLS 1.3 and the ALPN")
    func opensslAccepted() async throws {
        let pair = try await NodePair()
        try await beside({ try await pair.listener.run(NodePair.echo) }) {
            let command = try await client(pair, ["-alpn", "enlace-node/1"])
            #expect(command.output.contains("ALPN protocol: enlace-node/1"))
            #expect(command.output.contains("TLSv1.3"))
        }
    }

    @Test("openssl is refused with TLS 1.2, without certificate, without ALPN, with another ALPN")
    func opensslRefused() async throws {
        let pair = try await NodePair()
        try await beside({ try await pair.listener.run(NodePair.echo) }) {
            let old = try await client(pair, ["-alpn", "enlace-node/1", "-tls1_2"])
            #expect(old.exitCode != 0)
            #expect(old.output.contains("alert protocol version"))
            let noName = try await client(pair, [])
            #expect(noName.exitCode != 0)
            #expect(noName.output.contains("no application protocol"))
            let otherName = try await client(pair, ["-alpn", "h2"])
            #expect(otherName.exitCode != 0)
            // In TLS 1.3 a client learns it only with the first answer.
            let nobody = try await client(
                pair, ["-alpn", "enlace-node/1", "-ign_eof"], withCertificate: false)
            #expect(nobody.output.contains("certificate required"))
            try await expectAlive(pair)
        }
    }
}
