import EnlaceModel
import Testing

@testable import EnlaceCrypto

/// Two engines joined in memory; what one has to send, the other receives.
final class EnginePair {
    /// Everything that came out of one engine.
    struct Seen {
        var plaintext: [UInt8] = []
        var peer: TLSPeer?
        var isPeerClosed = false
        var error: (any CodedError)?
        var pieceBytesMax = 0

        mutating func add(_ output: TLSOutput) {
            for piece in output.plaintext { plaintext += piece }
            if let peer = output.handshake { self.peer = peer }
            isPeerClosed = isPeerClosed || output.isPeerClosed
            if let error = output.error { self.error = error }
            let pieces = output.ciphertext + output.plaintext
            pieceBytesMax = max(pieceBytesMax, pieces.map(\.count).max() ?? 0)
        }
    }

    let client: TLSEngine
    let server: TLSEngine
    private(set) var clientSaw = Seen()
    private(set) var serverSaw = Seen()
    /// How many bytes are handed over at once; all that there are when `nil`.
    var feedBytes: Int?
    private var toServer: [UInt8] = []
    private var toClient: [UInt8] = []

    init(client: TLSEngine, server: TLSEngine) {
        self.client = client
        self.server = server
    }

    func handshake() {
        handle(client: client.startHandshake())
        handle(server: server.startHandshake())
        settle()
    }

    func handle(client output: TLSOutput) {
        clientSaw.add(output)
        for piece in output.ciphertext { toServer += piece }
    }

    func handle(server output: TLSOutput) {
        serverSaw.add(output)
        for piece in output.ciphertext { toClient += piece }
    }

    /// Hands over until neither has anything to send.
    func settle() {
        while !toServer.isEmpty || !toClient.isEmpty {
            let forServer = take(&toServer)
            if !forServer.isEmpty { handle(server: server.receive(forServer)) }
            let forClient = take(&toClient)
            if !forClient.isEmpty { handle(client: client.receive(forClient)) }
        }
    }

    /// What is on its way to the server, taken off it.
    func interceptToServer() -> [UInt8] {
        defer { toServer = [] }
        return toServer
    }

    private func take(_ bytes: inout [UInt8]) -> [UInt8] {
        guard let feedBytes else {
            defer { bytes = [] }
            return bytes
        }
        let piece = Array(bytes.prefix(feedBytes))
        bytes.removeFirst(piece.count)
        return piece
    }
}

/// Two identities that know each other.
struct TestTLS: Sendable {
    let clientIdentity = TestSigners.shared.author
    let serverIdentity = TestSigners.shared.releaser

    func context(
        _ side: TLSContext.Side, _ name: TLSProtocol = .node, as identity: TestSigner? = nil
    ) throws -> TLSContext {
        let identity = identity ?? (side == .server ? serverIdentity : clientIdentity)
        return try TLSContext(
            side: side, protocolName: name, chain: [identity.certificate], key: identity.key)
    }

    /// Accepts exactly this certificate.
    func only(_ identity: TestSigner) -> TLSPeerVerifier {
        let expected = identity.certificate.derBytes
        return { leaf, _ in
            leaf == expected
                ? .accepted
                : .refused(CryptoError(.certificateUntrusted, object: "peer"))
        }
    }

    func refusing(_ code: ErrorCode) -> TLSPeerVerifier {
        { _, _ in .refused(CryptoError(code, object: "peer")) }
    }

    func pair(
        client: TLSContext? = nil, server: TLSContext? = nil,
        clientVerifier: TLSPeerVerifier? = nil, serverVerifier: TLSPeerVerifier? = nil,
        recordsPerKey: Int = TLSEngine.recordsPerKeyMax
    ) throws -> EnginePair {
        EnginePair(
            client: try TLSEngine(
                context: client ?? context(.client),
                verifier: clientVerifier ?? only(serverIdentity), recordsPerKey: recordsPerKey),
            server: try TLSEngine(
                context: server ?? context(.server),
                verifier: serverVerifier ?? only(clientIdentity), recordsPerKey: recordsPerKey))
    }
}
