import EnlaceCrypto
import EnlaceModel
import EnlaceWire
import NIOCore
import NIOPosix
import Synchronization
import Testing

@testable import EnlaceTransport

@Suite("NodeListener")
struct NodeListenerTests {
    @Test("both sides know each other's name from the certificate, and frames go both ways")
    func handshake() async throws {
        let pair = try await NodePair()
        let met = Mutex<[NodeID]>([])
        try await beside({
            try await pair.listener.run { link in
                met.withLock { $0.append(link.peer) }
                #expect(!link.isDialer)
                try await NodePair.echo(link)
            }
        }) {
            try await pair.dial { link in
                #expect(link.peer == pair.identities.mxNode)
                #expect(link.isDialer)
                #expect(link.certificate == pair.identities.mx.certificate.derBytes)
                #expect(!link.group.isEmpty)
                var frames = link.frames.makeAsyncIterator()
                for number in 1...50 as ClosedRange<UInt64> {
                    try await link.send(Frames.ping(number))
                    #expect(try await frames.next() == Frames.ping(number))
                }
            }
        }
        #expect(met.withLock { $0 } == [pair.identities.usNode])
    }

    @Test("frames of 4 MiB go both ways at once")
    func bigFrames() async throws {
        let pair = try await NodePair()
        let big = Frames.card(bytes: 4 << 20)
        try await beside({ try await pair.listener.run(NodePair.echo) }) {
            try await pair.dial { link in
                try await withThrowingTaskGroup { group in
                    group.addTask {
                        try await link.send(Frames.ping(1))
                        for _ in 0..<4 { try await link.send(big) }
                    }
                    var frames = link.frames.makeAsyncIterator()
                    #expect(try await frames.next() == Frames.ping(1))
                    for _ in 0..<4 { #expect(try await frames.next() == big) }
                    try await group.waitForAll()
                }
            }
        }
    }

    @Test("a peer that does not read holds up its sender, which gives up after the write timeout")
    func slowReader() async throws {
        var limits = TransportLimits()
        limits.writeTimeout = .milliseconds(300)
        let pair = try await NodePair(dialerLimits: limits)
        let sent = Mutex(0)
        try await beside({
            try await pair.listener.run { link in
                var frames = link.frames.makeAsyncIterator()
                _ = try await frames.next()
                // Never reads again; ends when the listener is stopped.
                try? await Task.sleep(for: .seconds(60))
            }
        }) {
            let error = await #expect(throws: (any Error).self) {
                try await pair.dial { link in
                    try await link.send(Frames.ping(1))
                    for _ in 0..<100 {
                        try await link.send(Frames.card(bytes: 1 << 20))
                        sent.withLock { $0 += 1 }
                    }
                }
            }
            #expect((error as? any CodedError)?.code == .sessionTimeout)
        }
        // What both kernels and a few waiting frames hold is far below what was offered.
        #expect(sent.withLock { $0 } < 40)
    }

    @Test("a reader that comes late gets every frame")
    func lateReader() async throws {
        let pair = try await NodePair()
        let offered = AsyncStream<Void>.makeStream()
        try await beside({
            try await pair.listener.run { link in
                var wait = offered.stream.makeAsyncIterator()
                _ = await wait.next()
                try await NodePair.echo(link)
            }
        }) {
            try await pair.dial { link in
                try await withThrowingTaskGroup { group in
                    group.addTask {
                        for number in 1...2000 as ClosedRange<UInt64> {
                            try await link.send(Frames.ping(number))
                        }
                        offered.continuation.finish()
                    }
                    var frames = link.frames.makeAsyncIterator()
                    for number in 1...2000 as ClosedRange<UInt64> {
                        #expect(try await frames.next() == Frames.ping(number))
                    }
                    try await group.waitForAll()
                }
            }
        }
    }

    static let broken: [(String, [UInt8], ErrorCode)] = [
        ("length 0xFFFFFFFF", [0xFF, 0xFF, 0xFF, 0xFF], .frameTooLarge),
        ("length 0", [0, 0, 0, 0], .frameMalformed),
        ("first frame above its limit", [0, 2, 0, 0], .frameTooLarge),
        ("not protobuf", [0, 0, 0, 2, 0xFF, 0xFF], .frameMalformed),
    ]

    @Test("broken frames end the stream with their code", arguments: broken.indices)
    func brokenFrames(index: Int) async throws {
        let (_, bytes, code) = Self.broken[index]
        let pair = try await NodePair()
        let found = try await seen(by: pair) { connection in
            // Below the frames: these bytes are what the peer decrypts.
            try await connection.channel.eventLoop.submit {
                let context = try connection.channel.pipeline.syncOperations.context(
                    handlerType: FrameHandler.self)
                context.writeAndFlush(NIOAny(ByteBuffer(bytes: bytes)), promise: nil)
            }.get()
        }
        #expect(found == code)
    }

    @Test("a connection without hello ends with SESSION_TIMEOUT")
    func helloTimeout() async throws {
        var limits = TransportLimits()
        limits.helloTimeout = .milliseconds(100)
        let pair = try await NodePair(limits: limits)
        #expect(try await seen(by: pair) { _ in } == .sessionTimeout)
    }

    @Test("a connection that falls silent ends with SESSION_TIMEOUT")
    func idle() async throws {
        var limits = TransportLimits()
        limits.helloTimeout = .milliseconds(100)
        limits.nodeIdleMax = .milliseconds(100)
        let pair = try await NodePair(limits: limits)
        let found = try await seen(by: pair) { connection in
            try await connection.send(FrameCodec.payload(of: Frames.ping(1), limit: 100))
        }
        #expect(found == .sessionTimeout)
    }

    @Test("a connection that is lost without a word ends with SESSION_CLOSED")
    func lost() async throws {
        let pair = try await NodePair()
        let found = try await seen(by: pair) { connection in
            try await connection.channel.eventLoop.submit {
                // Past the TLS handler: no close_notify.
                try connection.channel.pipeline.syncOperations.context(handlerType: TLSHandler.self)
                    .close(promise: nil)
            }.get()
        }
        #expect(found == .sessionClosed)
    }

    /// With which code the listener's stream of frames ended after a dialer did this.
    private func seen(
        by pair: NodePair, after deed: @escaping @Sendable (FrameConnection) async throws -> Void
    ) async throws -> ErrorCode? {
        let (codes, continuation) = AsyncStream<ErrorCode?>.makeStream()
        return try await beside({
            try await pair.listener.run { link in
                do {
                    for try await _ in link.frames {}
                    continuation.yield(nil)
                } catch { continuation.yield((error as? any CodedError)?.code) }
            }
        }) {
            let identity = PeerIdentity(
                .node(pair.identities.mxNode), verifier: TestIdentities.verify)
            let style = FrameConnection.Style.node(
                try pair.identities.us.context(.client, .node), TransportLimits(), 1 << 20)
            let connection = try await FrameConnection.dial(
                pair.listener.address, identity: identity, style: style,
                group: .singletonMultiThreadedEventLoopGroup)
            return try await connection.run { _, _ in
                try await deed(connection)
                var found = codes.makeAsyncIterator()
                return await found.next() ?? nil
            }
        }
    }

    @Test("a stopped listener lets its sessions say goodbye, and ends without error")
    func gracefulStop() async throws {
        let pair = try await NodePair()
        try await within {
            try await withThrowingTaskGroup(of: Void.self) { group in
                let (began, beginning) = AsyncStream<Void>.makeStream()
                let serving = Task {
                    try await pair.listener.run { link in
                        beginning.yield()
                        for try await _ in link.frames {}
                        try await link.send(Frames.goodbye(.shuttingDown))
                    }
                }
                group.addTask {
                    try await pair.dial { link in
                        var frames = link.frames.makeAsyncIterator()
                        let last = try await frames.next()
                        #expect(last == Frames.goodbye(.shuttingDown))
                        #expect(try await frames.next() == nil)
                    }
                }
                var begun = began.makeAsyncIterator()
                await begun.next()
                serving.cancel()
                try await serving.value
                try await group.waitForAll()
            }
        }
        await #expect(throws: (any Error).self) { try await pair.dial { _ in } }
    }

    @Test("a session that must stop the node stops the listener with its error")
    func fatalSession() async throws {
        let pair = try await NodePair()
        try await within {
            async let dialed: Void = pair.dial { link in for try await _ in link.frames {} }
            await #expect(throws: TransportError(.storeFailure, object: "")) {
                try await pair.listener.run { _ in
                    throw TransportError(.storeFailure, object: "disk")
                }
            }
            try? await dialed
        }
    }

    @Test("a port in use is said so; after the listener is gone it is free")
    func addressInUse() async throws {
        let pair = try await NodePair()
        let context = try pair.identities.mx.context(.server, .node)
        await #expect(throws: TransportError(.addressInUse, object: "")) {
            try await NodeListener.bind(
                to: pair.listener.address, context: context, verifyPeer: TestIdentities.verify,
                logger: quietLogger)
        }
        await #expect(throws: TransportError(.configurationInvalid, object: "")) {
            try await NodeListener.bind(
                to: NetworkAddress(host: "192.0.2.1", port: 0), context: context,
                verifyPeer: TestIdentities.verify, logger: quietLogger)
        }
    }
}
