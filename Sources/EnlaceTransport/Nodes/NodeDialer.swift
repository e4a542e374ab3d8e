package import EnlaceCrypto
package import EnlaceModel
import EnlaceWire
package import Logging
package import NIOCore
import NIOPosix

/// Connects to peers, again and again for as long as they are wanted.
package struct NodeDialer: Sendable {
    /// Waits; injected so that tests decide how long.
    package typealias Pause = @Sendable (Duration) async throws -> Void

    private let style: FrameConnection.Style
    private let verifyPeer: PeerVerifier
    private let random: any RandomSource
    private let pause: Pause
    private let group: any EventLoopGroup
    private let logger: Logger

    private var limits: TransportLimits { style.limits }

    /// - Parameter context: of the client side, for the node protocol.
    package init(
        context: TLSContext, verifyPeer: @escaping PeerVerifier,
        documentBytesMax: Int = WireLimits.documentBytesMax,
        limits: TransportLimits = TransportLimits(), random: any RandomSource,
        pause: @escaping Pause = { try await Task.sleep(for: $0) },
        group: any EventLoopGroup = .singletonMultiThreadedEventLoopGroup, logger: Logger
    ) {
        style = .node(context, limits, documentBytesMax)
        self.verifyPeer = verifyPeer
        self.random = random
        self.pause = pause
        self.group = group
        self.logger = logger
    }

    /// Dials one address once and runs a session over the connection, which is closed behind it.
    ///
    /// - Throws: UNREACHABLE; TLS_FAILURE, SESSION_TIMEOUT, CERTIFICATE_WRONG_NAME or the verifier's
    ///   error from the handshake; what `session` throws.
    package func dial<Result: Sendable>(
        _ peer: NodeID, at address: NetworkAddress,
        _ session: (NodeConnection) async throws -> Result
    ) async throws -> Result {
        let connection = try await FrameConnection.dial(
            address, identity: PeerIdentity(.node(peer), verifier: verifyPeer), style: style,
            group: group)
        return try await connection.run { tls, _ in
            try await session(NodeConnection(connection, peer: peer, isDialer: true, tls: tls))
        }
    }

    /// Keeps a peer connected until the task is cancelled; throws only what `session` throws.
    ///
    /// Tries the addresses in turn with a wait that doubles between them; a session that lasted
    /// begins the waits again. While the peer is not wanted (connected anyway) it only looks again
    /// from time to time. `note` hears why a dial or a link failed.
    package func run(
        _ peer: NodeID, addresses: @Sendable () async -> [NetworkAddress],
        isWanted: @Sendable () async -> Bool = { true },
        note: @Sendable (any CodedError) async -> Void = { _ in },
        _ session: @Sendable (NodeConnection) async throws -> Void
    ) async throws {
        var backOff = BackOff(first: limits.redialFirst, limit: limits.redialMax)
        var turn = 0
        while !Task.isCancelled {
            guard await isWanted() else {
                guard await rest(limits.redialCheck) else { return }
                continue
            }
            let all = await addresses()
            if !all.isEmpty {
                let wasGood = try await attempt(peer, all[turn % all.count], note, session)
                turn = wasGood ? 0 : turn + 1
                if wasGood { backOff.reset() }
            }
            guard await rest(backOff.next(random: random)) else { return }
        }
    }

    /// One try; whether it led to a session that lasted.
    private func attempt(
        _ peer: NodeID, _ address: NetworkAddress, _ note: (any CodedError) async -> Void,
        _ session: (NodeConnection) async throws -> Void
    ) async throws -> Bool {
        var began: ContinuousClock.Instant?
        var failure: (any CodedError)?
        do {
            try await dial(peer, at: address) { link in
                began = .now
                try await session(link)
                failure = link.failure
            }
        } catch is CancellationError {
            return false
        } catch {
            if began != nil { throw error }
            failure = TransportError.coded(error, object: address.text)
        }
        if let failure {
            logger.info(
                "connection failed",
                metadata: ["peer": "\(peer)", "address": "\(address)", "error": "\(failure)"])
            await note(failure)
        }
        guard let began else { return false }
        return .now - began >= limits.goodSessionMin
    }

    /// False when the task was cancelled meanwhile.
    private func rest(_ time: Duration) async -> Bool {
        do { try await pause(time) } catch { return false }
        return !Task.isCancelled
    }
}
