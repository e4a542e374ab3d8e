package import EnlaceCrypto
package import EnlaceModel
package import EnlaceWire
package import Logging
package import NIOCore
import NIOPosix

/// The port at which the persons of this node reach it: ALPN `enlace-client/1`.
package struct ClientListener: Sendable {
    private let port: PortListener
    private let limits: TransportLimits

    /// Where it listens, with the port that the system chose when 0 was asked for.
    package var address: NetworkAddress { port.address }

    /// Connections that are open now, handshakes included.
    package var connectionCount: Int { port.ledger.total }

    /// Binds the port; programs wait until `run`.
    ///
    /// - Parameter context: of the server side, for the client protocol.
    /// - Throws: ADDRESS_IN_USE, or CONFIGURATION_INVALID when this machine cannot listen there.
    package static func bind(
        to address: NetworkAddress, context: TLSContext, verifyPeer: @escaping PeerVerifier,
        limits: TransportLimits = TransportLimits(),
        group: any EventLoopGroup = .singletonMultiThreadedEventLoopGroup, logger: Logger
    ) async throws -> ClientListener {
        let style = FrameConnection.Style.client(context, limits)
        let port = try await PortListener.bind(
            to: address, style: style,
            identity: { PeerIdentity(.anyOfficer, verifier: verifyPeer) }, group: group,
            logger: logger)
        return ClientListener(port: port, limits: limits)
    }

    /// Serves until the task is cancelled and all sessions have ended.
    ///
    /// - Parameters:
    ///   - greet: what the node says to this person first; the protocol version is filled in. An
    ///     error refuses the session with its code.
    ///   - handle: answers one request; the id is filled in. Not cancelled by the listener's stop.
    package func run(
        greet: @escaping @Sendable (OfficerConnection) async throws -> ClientServerHello,
        handle: @escaping @Sendable (OfficerConnection, ClientRequest) async -> ClientResponse
    ) async throws {
        let limits = limits
        try await port.run { connection, peer, name in
            guard case .officer(let id) = name else { return }
            let officer = OfficerConnection(
                officer: id, certificate: peer.certificateBytes, chain: peer.chainBytes,
                source: connection.source)
            do {
                let hello = try await greet(officer)
                await ServerSession(
                    connection, officer: officer, hello: hello, limits: limits, handler: handle
                ).run()
            } catch let error as any CodedError {
                var frame = ClientServerFrame()
                frame.refused = WireFailure(error)
                // The connection may be gone; the refusal has then reached nobody.
                try? await connection.send(
                    FrameCodec.payload(of: frame, limit: connection.frameBytesMax))
            }
        }
    }
}

extension FrameConnection.Style {
    static func client(_ context: TLSContext, _ limits: TransportLimits) -> FrameConnection.Style {
        FrameConnection.Style(
            context: context, limits: limits, frameBytesMax: WireLimits.clientFrameBytesMax,
            idleMax: nil)
    }
}
