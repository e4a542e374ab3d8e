package import EnlaceCrypto
package import EnlaceModel
import EnlaceWire
package import NIOCore
import NIOPosix

/// Connects a person's program to their node: one connection per command.
package struct ClientConnector: Sendable {
    private let style: FrameConnection.Style
    private let verifyPeer: PeerVerifier
    private let officer: OfficerID
    private let software: String
    private let group: any EventLoopGroup

    /// - Parameters:
    ///   - context: of the client side, for the client protocol, with the officer's certificate.
    ///   - verifyPeer: answers `.node` for the node's certificate.
    package init(
        officer: OfficerID, context: TLSContext, verifyPeer: @escaping PeerVerifier,
        software: String, limits: TransportLimits = TransportLimits(),
        group: any EventLoopGroup = .singletonMultiThreadedEventLoopGroup
    ) {
        style = .client(context, limits)
        self.verifyPeer = verifyPeer
        self.officer = officer
        self.software = software
        self.group = group
    }

    /// Connects, says hello and runs `body`; the connection is closed behind it.
    ///
    /// - Throws: UNREACHABLE; TLS_FAILURE or the verifier's error from the handshake;
    ///   SESSION_REFUSED with the node's code as reason, or that code itself when it is known;
    ///   SESSION_TIMEOUT; SESSION_CLOSED; what `body` throws.
    package func withSession<Result: Sendable>(
        at address: NetworkAddress, _ body: (ClientSession) async throws -> Result
    ) async throws -> Result {
        let connection = try await FrameConnection.dial(
            address, identity: PeerIdentity(.node(officer.node), verifier: verifyPeer),
            style: style, group: group)
        return try await connection.run { _, _ in
            let session = ClientSession(
                connection, officer: officer, software: software,
                requestTimeout: style.limits.requestTimeout)
            try await session.open()
            return try await body(session)
        }
    }
}
