import EnlaceModel
import NIOCore
import NIOPosix

extension FrameConnection {
    /// Connects and builds the pipeline; the handshake is awaited by `secured`.
    ///
    /// - Throws: UNREACHABLE with the reason.
    static func dial(
        _ address: NetworkAddress, identity: PeerIdentity, style: Style,
        group: any EventLoopGroup
    ) async throws -> FrameConnection {
        let bootstrap = ClientBootstrap(group: group)
            .connectTimeout(TimeAmount(style.limits.connectTimeout))
            .channelOption(.tcpOption(.tcp_nodelay), value: 1)
            .channelOption(.socketOption(.so_keepalive), value: 1)
            .channelOption(.allowRemoteHalfClosure, value: true)
        do {
            return try await bootstrap.connect(host: address.host, port: address.port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try FrameConnection(
                        channel, source: address.text, identity: identity, style: style)
                }
            }
        } catch { throw TransportError.unreachable(error, address) }
    }
}
