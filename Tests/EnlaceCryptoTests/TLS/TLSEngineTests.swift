import EnlaceModel
import Testing

@testable import EnlaceCrypto

@Suite("TLS engine")
struct TLSEngineTests {
    private let tls = TestTLS()

    @Test("both sides learn who the other is, what is spoken and in which group")
    func handshake() throws {
        let pair = try tls.pair()
        pair.handshake()
        let client = try #require(pair.clientSaw.peer)
        let server = try #require(pair.serverSaw.peer)
        #expect(client.certificateBytes == tls.serverIdentity.certificate.derBytes)
        #expect(server.certificateBytes == tls.clientIdentity.certificate.derBytes)
        #expect(client.protocolName == "enlace-node/1")
        #expect(client.group == server.group)
        #expect(!client.group.isEmpty)
        #expect(pair.client.isOpen && pair.server.isOpen)
    }

    @Test(
        "the rest of the chain reaches the verifier", arguments: [TLSContext.Side.client, .server])
    func chain(side: TLSContext.Side) throws {
        let extra = TestSigners.shared.withP384
        func context(_ own: TLSContext.Side) throws -> TLSContext {
            let identity = own == .server ? tls.serverIdentity : tls.clientIdentity
            return try TLSContext(
                side: own, protocolName: .client,
                chain: [identity.certificate, extra.certificate], key: identity.key)
        }
        let pair = try tls.pair(client: context(.client), server: context(.server))
        pair.handshake()
        let peer = side == .client ? pair.clientSaw.peer : pair.serverSaw.peer
        #expect(peer?.chainBytes == [extra.certificate.derBytes])
    }

    @Test("a certificate on P-384 serves too")
    func p384() throws {
        let identity = TestSigners.shared.withP384
        let pair = try tls.pair(
            client: tls.context(.client, as: identity),
            server: tls.context(.server, as: identity), clientVerifier: tls.only(identity),
            serverVerifier: tls.only(identity))
        pair.handshake()
        #expect(pair.clientSaw.peer != nil && pair.serverSaw.peer != nil)
    }

    @Test("bytes arrive as they were written, however they are cut", arguments: [1, 7, 1000, nil])
    func feeding(feedBytes: Int?) throws {
        let pair = try tls.pair()
        pair.feedBytes = feedBytes
        pair.handshake()
        let question = (0..<3000).map { UInt8(truncatingIfNeeded: $0) }
        let answer = [UInt8](repeating: 9, count: 20_000)
        pair.handle(client: pair.client.write(question))
        pair.handle(server: pair.server.write(answer))
        pair.settle()
        #expect(pair.serverSaw.plaintext == question)
        #expect(pair.clientSaw.plaintext == answer)
        #expect(pair.clientSaw.error == nil && pair.serverSaw.error == nil)
    }

    @Test("ten megabytes go both ways in pieces below 128 KiB")
    func large() throws {
        let pair = try tls.pair()
        pair.handshake()
        let bytes = [UInt8](repeating: 0x5A, count: 10_000_000)
        pair.handle(client: pair.client.write(bytes))
        pair.handle(server: pair.server.write(bytes))
        pair.settle()
        #expect(pair.serverSaw.plaintext == bytes)
        #expect(pair.clientSaw.plaintext == bytes)
        #expect(max(pair.clientSaw.pieceBytesMax, pair.serverSaw.pieceBytesMax) < 128 * 1024)
    }

    @Test("keys are renewed on the way and nothing is lost")
    func keyUpdate() throws {
        let pair = try tls.pair(recordsPerKey: 3)
        pair.handshake()
        for round in 0..<50 {
            pair.handle(client: pair.client.write([UInt8(round)]))
            pair.settle()
            pair.handle(server: pair.server.write([UInt8(round)]))
            pair.settle()
        }
        #expect(pair.serverSaw.plaintext == (0..<50).map { UInt8($0) })
        #expect(pair.clientSaw.plaintext == (0..<50).map { UInt8($0) })
        #expect(pair.clientSaw.error == nil && pair.serverSaw.error == nil)
    }

    @Test("closing says so to the peer, which may still finish what it says")
    func closing() throws {
        let pair = try tls.pair()
        pair.handshake()
        pair.handle(client: pair.client.write([1]))
        pair.handle(client: pair.client.close())
        pair.settle()
        #expect(pair.serverSaw.plaintext == [1])
        #expect(pair.serverSaw.isPeerClosed)
        pair.handle(server: pair.server.write([2]))
        pair.handle(server: pair.server.close())
        pair.settle()
        #expect(pair.clientSaw.plaintext == [2])
        #expect(pair.clientSaw.isPeerClosed)
        #expect(pair.client.receiveEnd().error == nil)
        #expect(pair.server.receiveEnd().error == nil)
    }

    @Test("nothing can be written before the handshake or after closing")
    func notOpen() throws {
        let pair = try tls.pair()
        let early = pair.client.write([1])
        #expect(early.error?.context["cause"] == "not-open")
        #expect(early.ciphertext.isEmpty)
        pair.handshake()
        pair.handle(client: pair.client.close())
        #expect(pair.client.write([1]).error?.context["cause"] == "not-open")
    }

    @Test("closing before the handshake ends the engine without a word")
    func closingEarly() throws {
        let pair = try tls.pair()
        pair.handle(client: pair.client.startHandshake())
        #expect(pair.client.close().ciphertext.isEmpty)
        #expect(pair.client.receive([1, 2, 3]).error == nil)
        #expect(pair.client.receiveEnd().error == nil)
    }

    @Test("many connections in many tasks do not disturb each other")
    func parallel() async throws {
        let client = try tls.context(.client)
        let server = try tls.context(.server)
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for task in 0..<8 {
                group.addTask { [tls] in
                    let pair = try tls.pair(client: client, server: server)
                    pair.handshake()
                    let bytes = [UInt8](repeating: UInt8(task), count: 100_000)
                    for _ in 0..<5 {
                        pair.handle(client: pair.client.write(bytes))
                        pair.settle()
                    }
                    let expected = [UInt8](repeating: UInt8(task), count: 500_000)
                    return pair.serverSaw.plaintext == expected
                }
            }
            for try await whole in group { #expect(whole) }
        }
    }
}
