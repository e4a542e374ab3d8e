import CEnlaceOpenSSL
import EnlaceModel
import Testing

@testable import EnlaceCrypto

/// Connections that must not come about, and what each side learns.
@Suite("TLS refusals")
struct TLSRefusalTests {
    private let tls = TestTLS()

    static let alerts: [(ErrorCode, String)] = [
        (.certificateExpired, "certificate_expired"),
        (.certificateNotYetValid, "bad_certificate"),
        (.certificateRevoked, "certificate_revoked"),
        (.certificateUntrusted, "unknown_ca"),
        (.certificateWrongUsage, "unsupported_certificate"),
        (.certificateWrongName, "bad_certificate"),
        (.certificateMalformed, "bad_certificate"),
        (.peerUnknown, "handshake_failure"),
    ]

    @Test(
        "a server that the client refuses gets the alert, the client its own error",
        arguments: alerts)
    func serverRefused(code: ErrorCode, alert: String) throws {
        let pair = try tls.pair(clientVerifier: tls.refusing(code))
        pair.handshake()
        #expect(pair.clientSaw.error?.code == code)
        #expect(pair.serverSaw.error?.code == .tlsFailure)
        #expect(pair.serverSaw.error?.context["cause"] == "peer-alert")
        #expect(pair.serverSaw.error?.context["alert"] == alert)
        #expect(pair.clientSaw.peer == nil && pair.serverSaw.peer == nil)
    }

    @Test(
        "a client that the server refuses gets the alert, the server its own error",
        arguments: alerts)
    func clientRefused(code: ErrorCode, alert: String) throws {
        let pair = try tls.pair(serverVerifier: tls.refusing(code))
        pair.handshake()
        #expect(pair.serverSaw.error?.code == code)
        #expect(pair.serverSaw.peer == nil)
        #expect(pair.clientSaw.error?.context["alert"] == alert)
        #expect(!pair.client.isOpen && !pair.server.isOpen)
    }

    @Test("plaintext written before the refusal arrives is not handed up")
    func earlyPlaintext() throws {
        let pair = try tls.pair(serverVerifier: tls.refusing(.certificateRevoked))
        pair.handle(client: pair.client.startHandshake())
        let hello = pair.server.receive(pair.interceptToServer())
        pair.handle(client: pair.client.receive(Array(hello.ciphertext.joined())))
        pair.handle(client: pair.client.write([1, 2, 3]))
        let answer = pair.server.receive(pair.interceptToServer())
        #expect(answer.plaintext.isEmpty)
        #expect(answer.error?.code == .certificateRevoked)
    }

    @Test("another protocol inside TLS is refused")
    func wrongProtocol() throws {
        let pair = try tls.pair(client: tls.context(.client, .client))
        pair.handshake()
        #expect(pair.serverSaw.error?.context["cause"] == "wrong-protocol")
        #expect(pair.clientSaw.error?.context["alert"] == "no_application_protocol")
    }

    @Test("a client without a certificate is refused")
    func noCertificate() throws {
        let client = try tls.context(.client)
        try RawTLS.removeCertificate(of: client)
        let pair = try tls.pair(client: client)
        pair.handshake()
        #expect(pair.serverSaw.error?.context["cause"] == "no-certificate")
        #expect(pair.clientSaw.error?.context["alert"] == "certificate_required")
    }

    @Test("a client that names no protocol is refused")
    func noProtocol() throws {
        let client = try tls.context(.client)
        RawTLS.removeProtocols(of: client)
        let pair = try tls.pair(client: client)
        pair.handshake()
        #expect(pair.serverSaw.error?.context["cause"] == "wrong-protocol")
        #expect(pair.clientSaw.error?.context["alert"] == "no_application_protocol")
    }

    @Test("a server that answers no protocol is refused")
    func silentServer() throws {
        let server = try tls.context(.server)
        RawTLS.removeSelection(of: server)
        let pair = try tls.pair(server: server)
        pair.handshake()
        #expect(pair.clientSaw.error?.context["cause"] == "wrong-protocol")
        #expect(pair.clientSaw.peer == nil)
    }

    @Test("a client that knows no more than TLS 1.2 is refused")
    func oldVersion() throws {
        let client = try tls.context(.client)
        RawTLS.useOnly12(client)
        let pair = try tls.pair(client: client)
        pair.handshake()
        #expect(pair.serverSaw.error?.context["cause"] == "wrong-version")
        #expect(pair.clientSaw.error?.context["alert"] == "protocol_version")
    }

    @Test("an end of the network without close_notify is an error")
    func truncated() throws {
        let pair = try tls.pair()
        pair.handshake()
        pair.handle(client: pair.client.write([1]))
        pair.settle()
        let output = pair.server.receiveEnd()
        #expect(output.error?.code == .tlsFailure)
        #expect(output.error?.context["cause"] == "truncated")
        #expect(!pair.server.isOpen)
    }

    @Test("an end of the network in the handshake is an error")
    func truncatedHandshake() throws {
        let pair = try tls.pair()
        pair.handle(client: pair.client.startHandshake())
        #expect(pair.client.receiveEnd().error?.context["cause"] == "truncated")
    }

    @Test("a changed record ends the connection with an alert, and nothing of it is handed up")
    func changed() throws {
        let pair = try tls.pair()
        pair.handshake()
        pair.handle(client: pair.client.write([1, 2, 3]))
        var bytes = pair.interceptToServer()
        bytes[bytes.count - 1] ^= 1
        pair.handle(server: pair.server.receive(bytes))
        pair.settle()
        #expect(pair.serverSaw.plaintext.isEmpty)
        #expect(pair.serverSaw.error?.code == .tlsFailure)
        #expect(pair.clientSaw.error?.context["alert"] == "bad_record_mac")
    }

    @Test(
        "what is no TLS at all is refused",
        arguments: [
            "GET / HTTP/1.1\r\n\r\n", "SSH-2.0-OpenSSH_9.2\r\n", "\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}",
        ])
    func noTLS(text: String) throws {
        let pair = try tls.pair()
        let output = pair.server.receive(Array(text.utf8))
        #expect(output.error?.code == .tlsFailure)
        #expect(pair.server.receive([1, 2, 3]).error == nil)
    }

    @Test("a key that is not the certificate's, or no certificate, makes no context")
    func context() throws {
        #expect(throws: CryptoError(.keyMismatch, object: "")) {
            try TLSContext(
                side: .server, protocolName: .node, chain: [tls.serverIdentity.certificate],
                key: tls.clientIdentity.key)
        }
        #expect(throws: CryptoError(.keyMissing, object: "")) {
            try TLSContext(
                side: .server, protocolName: .node, chain: [], key: tls.clientIdentity.key)
        }
    }
}

/// Makes contexts that the product cannot make, to play the other side wrongly.
enum RawTLS {
    static func removeCertificate(of context: TLSContext) throws {
        SSL_CTX_set_cert_cb(
            context.raw,
            { ssl, _ in
                SSL_certs_clear(ssl)
                return 1
            }, nil)
    }

    static func removeProtocols(of context: TLSContext) {
        SSL_CTX_set_alpn_protos(context.raw, nil, 0)
    }

    static func removeSelection(of context: TLSContext) {
        SSL_CTX_set_alpn_select_cb(context.raw, nil, nil)
    }

    static func useOnly12(_ context: TLSContext) {
        SSL_CTX_ctrl(context.raw, SSL_CTRL_SET_MIN_PROTO_VERSION, Int(TLS1_2_VERSION), nil)
        SSL_CTX_ctrl(context.raw, SSL_CTRL_SET_MAX_PROTO_VERSION, Int(TLS1_2_VERSION), nil)
    }
}
