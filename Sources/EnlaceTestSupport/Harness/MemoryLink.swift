package import EnlaceModel
package import EnlaceWire
import Synchronization

/// Two ends of a road between two nodes without sockets; frames go through their real encoding.
///
/// The road can be cut after a number of frames in both directions together: the frame that would
/// be one too many is lost, and both ends end.
package final class MemoryRoad: Sendable {
    /// A look at each frame on its way; returns what arrives instead, nil when it is lost.
    package typealias Tamper = @Sendable (NodeID, NodeNodeFrame) -> NodeNodeFrame?

    package let dialer: MemoryLink
    package let listener: MemoryLink

    package init(
        from dialer: NodeID, to listener: NodeID, framesMax: Int = .max,
        tamper: @escaping Tamper = { _, frame in frame }
    ) {
        let fate = Fate(framesMax: framesMax)
        let (forth, toListener) = AsyncStream<NodeNodeFrame>.makeStream()
        let (back, toDialer) = AsyncStream<NodeNodeFrame>.makeStream()
        fate.onCut {
            toListener.finish()
            toDialer.finish()
        }
        self.dialer = MemoryLink(
            peer: listener, isDialer: true, frames: back, fate: fate
        ) { frame in
            if let frame = tamper(dialer, frame) { toListener.yield(frame) }
        }
        self.listener = MemoryLink(
            peer: dialer, isDialer: false, frames: forth, fate: fate
        ) { frame in
            if let frame = tamper(listener, frame) { toDialer.yield(frame) }
        }
    }

    /// Frames that were handed over so far.
    package var frameCount: Int { dialer.fate.count }

    package var isCut: Bool { dialer.fate.isCut }

    package func cut() { dialer.fate.cut() }
}

/// One end of a `MemoryRoad`.
package final class MemoryLink: PeerLink {
    package let peer: NodeID
    package let isDialer: Bool
    package let frames: AsyncStream<NodeNodeFrame>
    fileprivate let fate: Fate
    private let deliver: @Sendable (NodeNodeFrame) -> Void

    fileprivate init(
        peer: NodeID, isDialer: Bool, frames: AsyncStream<NodeNodeFrame>, fate: Fate,
        deliver: @escaping @Sendable (NodeNodeFrame) -> Void
    ) {
        self.peer = peer
        self.isDialer = isDialer
        self.frames = frames
        self.fate = fate
        self.deliver = deliver
    }

    package func send(_ frame: NodeNodeFrame) async throws {
        let payload = try FrameCodec.payload(of: frame, limit: WireLimits.nodeFrameBytesMax)
        guard fate.mayPass() else { throw WireError(.sessionClosed, object: peer.text) }
        deliver(try FrameCodec.decode(NodeNodeFrame.self, payload))
    }

    package func close() async { fate.cut() }
}

/// Whether the road still stands, shared by both ends.
private final class Fate: Sendable {
    private struct State {
        var count = 0
        var isCut = false
        var onCut: (@Sendable () -> Void)?
    }

    private let framesMax: Int
    private let state = Mutex(State())

    init(framesMax: Int) {
        self.framesMax = framesMax
    }

    var count: Int { state.withLock { $0.count } }
    var isCut: Bool { state.withLock { $0.isCut } }

    func onCut(_ action: @escaping @Sendable () -> Void) {
        state.withLock { $0.onCut = action }
    }

    func mayPass() -> Bool {
        let isAllowed = state.withLock { state in
            guard !state.isCut, state.count < framesMax else { return false }
            state.count += 1
            return true
        }
        if !isAllowed { cut() }
        return isAllowed
    }

    func cut() {
        let action = state.withLock { state in
            defer { state.isCut = true }
            return state.isCut ? nil : state.onCut
        }
        action?()
    }
}
