import EnlaceCrypto
import EnlaceModel
import EnlaceWire
import Logging
import NIOCore
import NIOPosix

/// One bound port: accepts within its limits and hands each connection to a task of its own.
final class PortListener: Sendable {
    /// Where it listens, with the port that the system chose when 0 was asked for.
    let address: NetworkAddress
    private let channel: any Channel
    private let accepted: AsyncStream<FrameConnection>
    private let logger: Logger
    let ledger: ConnectionLedger

    private init(
        address: NetworkAddress, channel: any Channel, accepted: AsyncStream<FrameConnection>,
        ledger: ConnectionLedger, logger: Logger
    ) {
        self.address = address
        self.channel = channel
        self.accepted = accepted
        self.ledger = ledger
        self.logger = logger
    }

    // A listener that was never run still frees its port.
    deinit { channel.close(promise: nil) }

    /// Binds the port.
    ///
    /// - Throws: ADDRESS_IN_USE, or CONFIGURATION_INVALID when this machine cannot listen there.
    static func bind(
        to address: NetworkAddress, style: FrameConnection.Style,
        identity: @escaping @Sendable () -> PeerIdentity, group: any EventLoopGroup,
        logger: Logger
    ) async throws -> PortListener {
        let limits = style.limits
        let ledger = ConnectionLedger(
            totalMax: limits.connectionsMax, perSourceMax: limits.connectionsPerSourceMax)
        let (stream, continuation) = AsyncStream.makeStream(
            of: FrameConnection.self,
            bufferingPolicy: .bufferingOldest(limits.acceptedWaitingMax))
        let bootstrap = ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: limits.backlog)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .childChannelOption(.socketOption(.so_keepalive), value: 1)
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let source = channel.remoteAddress?.ipAddress ?? "unknown"
                    guard ledger.enter(source) else {
                        logger.notice("connection refused", metadata: ["source": "\(source)"])
                        throw TransportError(.tooManyConnections, object: source)
                    }
                    channel.closeFuture.whenComplete { _ in ledger.leave(source) }
                    let connection = try FrameConnection(
                        channel, source: source, identity: identity(), style: style)
                    if case .enqueued = continuation.yield(connection) { return }
                    throw TransportError(.tooManyConnections, object: source)
                }
            }
        do {
            let channel = try await bootstrap.bind(host: address.host, port: address.port).get()
            channel.closeFuture.whenComplete { _ in continuation.finish() }
            return PortListener(
                address: NetworkAddress(
                    host: address.host, port: channel.localAddress?.port ?? address.port),
                channel: channel, accepted: stream, ledger: ledger, logger: logger)
        } catch { throw bindError(error, address) }
    }

    /// Serves until the task is cancelled: then it stops accepting, its sessions are cancelled too,
    /// and it returns when they have ended. Throws only what `session` throws.
    func run(
        _ session:
            @escaping @Sendable (FrameConnection, TLSPeer, CertificateName) async throws
            -> Void
    ) async throws {
        let outcome: Result<Void, any Error>
        do { outcome = .success(try await accept(session)) } catch { outcome = .failure(error) }
        channel.close(promise: nil)
        // When this returns the port is free; the future never fails.
        try? await channel.closeFuture.get()
        try outcome.get()
    }

    private func accept(
        _ session:
            @escaping @Sendable (FrameConnection, TLSPeer, CertificateName) async throws
            -> Void
    ) async throws {
        try await withThrowingDiscardingTaskGroup { group in
            for await connection in accepted {
                group.addTask { [channel, logger] in
                    do {
                        try await Self.serve(connection, logger, session)
                    } catch {
                        // Ends the loop above, which waits for connections and for nothing else.
                        channel.close(promise: nil)
                        throw error
                    }
                }
            }
            channel.close(promise: nil)
        }
    }

    private static func serve(
        _ connection: FrameConnection, _ logger: Logger,
        _ session: @Sendable (FrameConnection, TLSPeer, CertificateName) async throws -> Void
    ) async throws {
        var hasBegun = false
        do {
            try await connection.run { peer, name in
                hasBegun = true
                try await session(connection, peer, name)
                if let failure = connection.failure {
                    logger.info(
                        "connection failed", metadata: ["peer": "\(name)", "error": "\(failure)"])
                }
            }
        } catch is CancellationError {
            return
        } catch {
            if hasBegun { throw error }
            // A handshake that fails is the other side's affair; here it is only noted.
            let code = (error as? any CodedError)?.description ?? "\(error)"
            logger.notice(
                "handshake failed",
                metadata: ["source": "\(connection.source)", "error": "\(code)"])
        }
    }

    private static func bindError(_ error: any Error, _ address: NetworkAddress) -> any Error {
        guard let error = error as? IOError else {
            return TransportError(.configurationInvalid, object: address.text)
        }
        let reason = SystemReason.text(error.errnoCode)
        return TransportError(
            SystemReason.isAddressInUse(error.errnoCode) ? .addressInUse : .configurationInvalid,
            object: address.text, context: ["reason": reason])
    }
}
