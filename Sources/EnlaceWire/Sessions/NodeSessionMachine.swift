package import EnlaceModel

/// One session between two nodes, the same on both sides: an event goes in, actions come out. It
/// has no clock and does no input or output; the times between `.tick`s are its owner's.
///
/// hello both ways → open → closed. Whatever does not fit closes the session with a typed error.
package struct NodeSessionMachine: ~Copyable, Sendable {
    package enum Event: Sendable {
        /// The link stands. Comes first, once.
        case started
        case received(NodeNodeFrame)
        /// The own node wants to say this; only in an open session.
        case say(PeerMessage)
        /// The broker found that a frame broke the rules.
        case refuse(ErrorCode, heldSize: UInt64)
        /// The rhythm of liveness has passed once: silence is answered by a ping, silence after a
        /// ping by SESSION_TIMEOUT. Before the hello the first tick is already too late.
        case tick
        /// The own node is stopping, or this session is superfluous.
        case stop(ErrorCode)
        case linkEnded
    }

    package enum Action: Sendable {
        case send(NodeNodeFrame)
        case opened(PeerHello, SessionTerms)
        case deliver(PeerMessage)
        /// Close the link after what was sent; the last action there is.
        case close(SessionEnd)
    }

    private enum State {
        case idle
        case greeting
        case open
        case closed
    }

    private let own: PeerHello
    private let peer: NodeID
    private var state = State.idle
    private var hasHeardSinceTick = false
    private var pingNumber: UInt64 = 0
    private var isPingOutstanding = false

    /// - Parameter peer: the node that the peer's certificate names.
    package init(own: PeerHello, peer: NodeID) {
        self.own = own
        self.peer = peer
    }

    package var isOpen: Bool {
        if case .open = state { return true }
        return false
    }

    package var isClosed: Bool {
        if case .closed = state { return true }
        return false
    }

    package mutating func handle(_ event: Event) -> [Action] {
        switch (state, event) {
        case (.closed, _): return []
        case (_, .linkEnded): return close(.linkEnded)
        case (.idle, .started):
            state = .greeting
            var frame = NodeNodeFrame()
            frame.hello = own.message
            return [.send(frame)]
        case (.idle, _): return fail(.violation("\(peer.text): before the start"))
        case (.greeting, .received(let frame)): return greet(frame)
        case (.greeting, .tick): return fail(WireError(.sessionTimeout, object: peer.text))
        case (.open, .received(let frame)): return hear(frame)
        case (.open, .say(let message)): return [.send(message.frame)]
        case (.open, .tick): return tick()
        case (_, .refuse(let code, let heldSize)):
            return [.send(Self.refusal(code, heldSize: heldSize))]
                + close(.failed(WireError(code, object: peer.text)))
        case (_, .stop(let code)):
            var frame = NodeNodeFrame()
            frame.goodbye.code = code.rawValue
            return [.send(frame)] + close(.stopped(code))
        case (_, .started), (.greeting, .say):
            return fail(.violation("\(peer.text): event out of order"))
        }
    }

    private mutating func greet(_ frame: NodeNodeFrame) -> [Action] {
        switch frame.body {
        case .hello(let message):
            do { return try open(PeerHello(message)) } catch { return fail(error) }
        case .refuse(let refuse): return refused(refuse)
        case .goodbye(let goodbye): return ended(goodbye)
        default: return fail(.violation("\(peer.text): first frame is not a hello"))
        }
    }

    private mutating func open(_ hello: PeerHello) throws(WireError) -> [Action] {
        guard hello.node == peer else {
            throw WireError(
                .certificateWrongName, object: hello.node.text, context: ["expected": peer.text])
        }
        let terms = try SessionTerms(own: own, peer: hello)
        state = .open
        hasHeardSinceTick = true
        return [.opened(hello, terms)]
    }

    private mutating func hear(_ frame: NodeNodeFrame) -> [Action] {
        hasHeardSinceTick = true
        do { return try understand(frame) } catch { return fail(error) }
    }

    private mutating func understand(_ frame: NodeNodeFrame) throws(WireError) -> [Action] {
        switch frame.body {
        case .card(let card): return [.deliver(try PeerMessage(card: card))]
        case .directory(let message): return [.deliver(try PeerMessage(directory: message))]
        case .batch(let batch):
            return [.deliver(.batch(try UnverifiedBatch(batch, limits: own.limits)))]
        case .defer(let message): return [.deliver(try PeerMessage(deferral: message))]
        case .ping(let ping):
            var answer = NodeNodeFrame()
            answer.pong.number = ping.number
            return [.send(answer)]
        case .pong(let pong):
            guard isPingOutstanding, pong.number == pingNumber else {
                throw .violation("\(peer.text): pong without ping")
            }
            isPingOutstanding = false
            return []
        case .refuse(let refuse): return refused(refuse)
        case .goodbye(let goodbye): return ended(goodbye)
        case .hello: throw .violation("\(peer.text): second hello")
        case nil: throw .violation("\(peer.text): unknown frame")
        }
    }

    private mutating func tick() -> [Action] {
        defer { hasHeardSinceTick = false }
        if hasHeardSinceTick { return [] }
        if isPingOutstanding { return fail(WireError(.sessionTimeout, object: peer.text)) }
        pingNumber += 1
        isPingOutstanding = true
        var frame = NodeNodeFrame()
        frame.ping.number = pingNumber
        return [.send(frame)]
    }

    private mutating func refused(_ refuse: NodeRefuse) -> [Action] {
        close(
            .refused(
                code: VisibleText.make(refuse.code.cut(toBytes: WireLimits.textBytesMax)),
                heldSize: refuse.heldSize))
    }

    private mutating func ended(_ goodbye: NodeGoodbye) -> [Action] {
        close(
            .goodbye(code: VisibleText.make(goodbye.code.cut(toBytes: WireLimits.textBytesMax))))
    }

    /// Says why and closes.
    private mutating func fail(_ error: WireError) -> [Action] {
        [.send(Self.refusal(error.code, heldSize: own.heldHead.size))] + close(.failed(error))
    }

    private mutating func close(_ end: SessionEnd) -> [Action] {
        state = .closed
        return [.close(end)]
    }

    private static func refusal(_ code: ErrorCode, heldSize: UInt64) -> NodeNodeFrame {
        var frame = NodeNodeFrame()
        frame.refuse.code = code.rawValue
        frame.refuse.heldSize = heldSize
        return frame
    }
}
