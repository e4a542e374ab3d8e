package import EnlaceCrypto
package import EnlaceModel
import EnlaceWire
package import Logging
package import NIOCore
import NIOPosix

/// The port at which peers reach this node: ALPN `enlace-node/1`.
package struct NodeListener: Sendable {
    private let port: PortListener

    /// Where it listens, with the port that the system chose when 0 was asked for.
    package var address: NetworkAddress { port.address }

    /// Connections that are open now, handshakes included.
    package var connectionCount: Int { port.ledger.total }

    /// Binds the port; peers wait until `run`.
    ///
    /// - Parameters:
    ///   - context: of the server side, for the node protocol.
    ///   - documentBytesMax: the largest document that is taken; it decides the largest frame.
    /// - Throws: ADDRESS_IN_USE, or CONFIGURATION_INVALID when this machine cannot listen there.
    package static func bind(
        to address: NetworkAddress, context: TLSContext, verifyPeer: @escaping PeerVerifier,
        documentBytesMax: Int = WireLimits.documentBytesMax,
        limits: TransportLimits = TransportLimits(),
        group: any EventLoopGroup = .singletonMultiThreadedEventLoopGroup, logger: Logger
    ) async throws -> NodeListener {
        let style = FrameConnection.Style.node(context, limits, documentBytesMax)
        return NodeListener(
            port: try await PortListener.bind(
                to: address, style: style,
                identity: { PeerIdentity(.anyNode, verifier: verifyPeer) }, group: group,
                logger: logger))
    }

    /// Serves until the task is cancelled and all sessions have ended. What a session throws stops
    /// the listener and is thrown on; a session that only failed must return.
    package func run(
        _ session: @escaping @Sendable (NodeConnection) async throws -> Void
    ) async throws {
        try await port.run { connection, peer, name in
            guard case .node(let node) = name else { return }
            try await session(
                NodeConnection(connection, peer: node, isDialer: false, tls: peer))
        }
    }
}

extension FrameConnection.Style {
    static func node(
        _ context: TLSContext, _ limits: TransportLimits, _ documentBytesMax: Int
    ) -> FrameConnection.Style {
        FrameConnection.Style(
            context: context, limits: limits,
            frameBytesMax: WireLimits.nodeFrameBytesMax(documentBytes: documentBytesMax),
            idleMax: limits.nodeIdleMax)
    }
}
