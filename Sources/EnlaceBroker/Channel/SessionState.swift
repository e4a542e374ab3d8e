import EnlaceLog
import EnlaceModel
import EnlaceWire
import Synchronization

/// What the loops of one session share: the machine, the frames to be sent, and how far both sides
/// are. Every change is short and without waiting, under one mutex.
final class SessionState: Sendable {
    private struct Inner: ~Copyable {
        var machine: NodeSessionMachine
        /// Frames that go before any batch: hello, pong, defer, refuse, goodbye.
        var outbox: [NodeNodeFrame] = []
        var opened: (PeerHello, SessionTerms)?
        var end: SessionEnd?
        /// The own log up to what the peer holds, once its hello was judged.
        var start: TreeEdge?
        /// Bytes of envelopes sealed and not answered, by index of their SENT entries.
        var inFlight: [UInt64: Int] = [:]
        var bytesInFlight = 0
        var rewind: Rewind?
        /// The newest own cosignature on the peer's log, and whether it still has to go out.
        var cosignature: UnverifiedBatch.StatedCosignature?
        var isCosignatureDue = false
        /// The size of the own log up to which the peer has cosigned or held by its hello.
        var cosignedSize: UInt64 = 0
        /// The head of the peer's log up to which it is held here and cosigned.
        var peerHead: TreeHead?
        var isAnchorDue = false
        /// Heads of the own log signed in this session, or proven held by the peer's hello.
        var heads: [UInt64: SHA256Digest] = [:]
        var headOrder: [UInt64] = []
    }

    /// The peer asks to be sent the log again from a size on, not before a time.
    struct Rewind: Sendable {
        let size: UInt64
        let notBefore: Timestamp
    }

    let signal = WorkSignal()
    private let inner: Mutex<Inner>

    init(own: PeerHello, peer: NodeID) {
        inner = Mutex(Inner(machine: NodeSessionMachine(own: own, peer: peer)))
    }

    /// Feeds the machine; frames go to the outbox, and what is to be done by the caller comes back.
    func handle(_ event: NodeSessionMachine.Event) -> [PeerMessage] {
        let delivered = inner.withLock { inner -> [PeerMessage] in
            var delivered: [PeerMessage] = []
            for action in inner.machine.handle(event) {
                switch action {
                case .send(let frame): inner.outbox.append(frame)
                case .opened(let hello, let terms): inner.opened = (hello, terms)
                case .deliver(let message): delivered.append(message)
                case .close(let end): inner.end = end
                }
            }
            return delivered
        }
        signal.raise()
        return delivered
    }

    /// The peer's hello and what both sides have in common, once the session is open.
    var opened: (hello: PeerHello, terms: SessionTerms)? { inner.withLock { $0.opened } }

    /// Puts a message before the next batch; nothing when the session is not open any more.
    func post(_ message: PeerMessage) {
        inner.withLock { inner in
            guard inner.machine.isOpen else { return }
            for action in inner.machine.handle(.say(message)) {
                if case .send(let frame) = action { inner.outbox.append(frame) }
            }
        }
        signal.raise()
    }

    /// From now on batches may be sent, beginning behind what the peer holds.
    func begin(at edge: TreeEdge) {
        inner.withLock { $0.start = edge }
        signal.raise()
    }

    var start: TreeEdge? { inner.withLock { $0.start } }

    /// How the session ended, once it has; what is in the outbox is still to be sent.
    var end: SessionEnd? { inner.withLock { $0.end } }

    func takeOutbox() -> [NodeNodeFrame] {
        inner.withLock { inner in
            defer { inner.outbox = [] }
            return inner.outbox
        }
    }

    /// The frame by which the own node says something; nil when the session is not open any more.
    func frame(for message: PeerMessage) -> NodeNodeFrame? {
        inner.withLock { inner in
            guard inner.machine.isOpen else { return nil }
            for action in inner.machine.handle(.say(message)) {
                if case .send(let frame) = action { return frame }
            }
            return nil
        }
    }
}

// Documents in flight.
extension SessionState {
    func isSealed(_ index: UInt64, bytes: Int) {
        inner.withLock { inner in
            guard inner.inFlight.updateValue(bytes, forKey: index) == nil else { return }
            inner.bytesInFlight += bytes
        }
    }

    func isAnswered(_ indexes: some Sequence<UInt64>) {
        inner.withLock { inner in
            for index in indexes {
                inner.bytesInFlight -= inner.inFlight.removeValue(forKey: index) ?? 0
            }
        }
    }

    /// Documents and bytes of envelopes that the peer has not answered.
    var inFlight: (documents: Int, bytes: Int) {
        inner.withLock { ($0.inFlight.count, $0.bytesInFlight) }
    }
}

// What goes along with the next batch, and whence it starts.
extension SessionState {
    func rewind(to rewind: Rewind) {
        inner.withLock { inner in
            inner.rewind = rewind
            inner.isCosignatureDue = inner.cosignature != nil
        }
        signal.raise()
    }

    var pendingRewind: Rewind? { inner.withLock { $0.rewind } }

    func endRewind() { inner.withLock { $0.rewind = nil } }

    /// Keeps the newest own cosignature for the next batch.
    func cosigned(_ head: TreeHead, line: String) {
        inner.withLock { inner in
            inner.peerHead = head
            inner.cosignature = .init(size: head.size, line: line)
            inner.isCosignatureDue = true
        }
    }

    func takeCosignature() -> UnverifiedBatch.StatedCosignature? {
        inner.withLock { inner in
            defer { inner.isCosignatureDue = false }
            return inner.isCosignatureDue ? inner.cosignature : nil
        }
    }

    var peerHead: TreeHead? { inner.withLock { $0.peerHead } }

    func anchorIsDue() {
        inner.withLock { $0.isAnchorDue = true }
        signal.raise()
    }

    func takeAnchor() -> Bool {
        inner.withLock { inner in
            defer { inner.isAnchorDue = false }
            return inner.isAnchorDue
        }
    }
}

// Signed heads of the own log.
extension SessionState {
    func remember(_ head: TreeHead) {
        inner.withLock { inner in
            guard inner.heads.updateValue(head.root, forKey: head.size) == nil else { return }
            inner.headOrder.append(head.size)
            if inner.headOrder.count > BrokerLimits.signedHeadsMax {
                inner.heads[inner.headOrder.removeFirst()] = nil
            }
        }
    }

    /// The size of the newest head signed in this session.
    var newestSignedSize: UInt64 { inner.withLock { $0.headOrder.last ?? 0 } }

    func rememberedRoot(at size: UInt64) -> SHA256Digest? {
        inner.withLock { $0.heads[size] }
    }

    /// The peer holds and has cosigned the own log up to this size.
    func peerHolds(_ size: UInt64) {
        inner.withLock { $0.cosignedSize = max($0.cosignedSize, size) }
    }

    var cosignedSize: UInt64 { inner.withLock { $0.cosignedSize } }
}
