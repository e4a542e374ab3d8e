import EnlaceCrypto
import EnlaceModel
import EnlaceWire
import Logging
import NIOCore

@testable import EnlaceTransport

let quietLogger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

/// Bytes from a counter, good enough for jitter.
struct CountingRandom: RandomSource {
    func bytes(_ count: Int) -> [UInt8] { (0..<count).map { UInt8(truncatingIfNeeded: $0 * 89) } }
}

/// The Mexican node listens, the U.S. node dials.
struct NodePair: Sendable {
    let listener: NodeListener
    let dialer: NodeDialer
    let identities: TestIdentities

    init(
        limits: TransportLimits = TransportLimits(),
        dialerLimits: TransportLimits = TransportLimits(),
        verifyDialer: @escaping PeerVerifier = TestIdentities.verify,
        pause: @escaping NodeDialer.Pause = { try await Task.sleep(for: $0) }
    ) async throws {
        identities = try TestIdentities.get()
        listener = try await NodeListener.bind(
            to: NetworkAddress(host: "127.0.0.1", port: 0),
            context: identities.mx.context(.server, .node), verifyPeer: verifyDialer,
            limits: limits, logger: quietLogger)
        dialer = NodeDialer(
            context: try identities.us.context(.client, .node),
            verifyPeer: TestIdentities.verify, limits: dialerLimits, random: CountingRandom(),
            pause: pause, logger: quietLogger)
    }

    /// Sends every frame back until the peer ends.
    static let echo: @Sendable (NodeConnection) async throws -> Void = { link in
        do {
            for try await frame in link.frames { try await link.send(frame) }
        } catch is any CodedError {}
    }

    func dial<Result: Sendable>(
        _ session: (NodeConnection) async throws -> Result
    ) async throws -> Result {
        try await dialer.dial(identities.mxNode, at: listener.address, session)
    }
}

enum Frames {
    static func ping(_ number: UInt64) -> NodeNodeFrame {
        var frame = NodeNodeFrame()
        frame.ping.number = number
        return frame
    }

    static func card(bytes: Int) -> NodeNodeFrame {
        var frame = NodeNodeFrame()
        frame.card.cms = .init(wire: (0..<bytes).map { UInt8(truncatingIfNeeded: $0 &* 31) })
        return frame
    }

    static func goodbye(_ code: ErrorCode) -> NodeNodeFrame {
        var frame = NodeNodeFrame()
        frame.goodbye.code = code.rawValue
        return frame
    }
}
