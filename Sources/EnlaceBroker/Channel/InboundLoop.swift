import EnlaceLog
import EnlaceModel
import EnlaceStore
import EnlaceWire
import Logging

/// The receiving half of one session: judges the peer's hello, takes its batches one after the
/// other, and says in frames of the outbox what cannot be taken.
struct InboundLoop<Link: PeerLink> {
    private let context: BrokerContext
    private let link: Link
    private let state: SessionState
    private var batches: BatchTaking?

    init(context: BrokerContext, link: Link, state: SessionState) {
        self.context = context
        self.link = link
        self.state = state
    }

    /// Returns when the link or the session has ended; throws only what stops the daemon.
    mutating func run() async throws {
        defer { _ = state.handle(.linkEnded) }
        var iterator = link.frames.makeAsyncIterator()
        // How a link fails is the transport's to tell; here it has ended.
        while let frame = try? await iterator.next() {
            let now = context.clock.now()
            context.dispatcher.update(link.peer) { $0.lastReceivedAt = now }
            do {
                for message in state.handle(.received(frame)) { try await take(message) }
                if batches == nil, let opened = state.opened { try await greet(opened.hello) }
            } catch {
                try settle(error)
            }
            if state.end != nil { return }
        }
    }

    private func peer() throws -> PeerTrust {
        guard let peer = context.trust.peer(link.peer) else {
            throw BrokerError(.peerNotApproved, object: link.peer.text)
        }
        return peer
    }

    /// Judges the peer's hello. Only behind it may anything be signed for this channel.
    private mutating func greet(_ hello: PeerHello) async throws {
        let copyLog = context.copyLog(of: link.peer)
        guard hello.logOrigin == copyLog.text else {
            throw BrokerError(.logUnknown, object: VisibleText.make(hello.logOrigin))
        }
        try await noteClock(hello)
        let held = try await context.store.log(copyLog)
        try check(hello.ownHead, against: held, of: copyLog)
        let edge = try await OwnCheckpoints(context: context, peer: peer(), state: state)
            .edge(heldByPeer: hello.heldHead)
        if let held, let checkpoint = held.checkpoint {
            let line = try Witness(context: context).line(on: checkpoint.head, of: copyLog)
            state.cosigned(checkpoint.head, line: line)
        }
        batches = BatchTaking(
            context: context, state: state, peer: link.peer, held: held?.edge ?? TreeEdge(),
            announcedDirectory: hello.directoryVersion)
        state.begin(at: edge)
        context.dispatcher.update(link.peer) { $0.lastError = nil }
        context.logger.info(
            "session with peer is open",
            metadata: ["peer": "\(link.peer)", "software": "\(hello.software)"])
    }

    /// A peer whose own log is shorter than the copy held here has lost part of it.
    private func check(
        _ stated: StatedHead, against held: LogRecord?, of origin: LogOrigin
    ) throws {
        guard let held, held.edge.size > 0 else { return }
        guard stated.size >= held.edge.size else {
            throw BrokerError(
                .logRolledBack, object: origin.text,
                context: ["stored": "\(stated.size)", "lock": "\(held.edge.size)"])
        }
        let root = held.edge.root(hasher: context.hasher)
        guard stated.size > held.edge.size || stated.root == root else {
            throw BrokerError(
                .logInconsistent, object: origin.text, context: ["size": "\(stated.size)"])
        }
    }

    /// Wrong clocks raise an alarm and are logged; they never stop traffic.
    private func noteClock(_ hello: PeerHello) async throws {
        let offset = hello.clock.since(context.clock.now())
        context.dispatcher.update(link.peer) { $0.clockOffset = offset }
        guard abs(offset) > BrokerLimits.skewAlarm else { return }
        context.logger.warning(
            "clocks differ",
            metadata: ["peer": "\(link.peer)", "offset": "\(offset)"])
        _ = try await context.store.append(
            [context.local(.clockSkewed, actor: "broker", object: link.peer.text)],
            to: context.store.identity.localLog)
    }

    private mutating func take(_ message: PeerMessage) async throws {
        switch message {
        case .card(let cms): try await context.trust.accept(card: cms, from: link.peer)
        case .directory(_, let cms):
            try await context.trust.accept(directory: cms, from: link.peer)
        case .deferral(let deferral): try await rewind(deferral)
        case .batch(let batch):
            guard batches != nil else {
                throw BrokerError(.protocolViolation, object: link.peer.text)
            }
            try await batches?.take(batch)
        }
    }

    /// The peer could not take a batch: its log is sent again from what it holds.
    private func rewind(_ deferral: PeerMessage.Deferral) async throws {
        let log = context.channelLog(to: link.peer)
        let signed = await context.logs.signedHead(of: log)?.size ?? 0
        guard deferral.heldSize >= state.cosignedSize, deferral.heldSize <= signed else {
            throw BrokerError(.protocolViolation, object: link.peer.text)
        }
        let wait = min(max(deferral.wait, .zero), context.limits.deferDelayMax)
        context.logger.notice(
            "peer asks to wait",
            metadata: ["peer": "\(link.peer)", "code": "\(deferral.code)"])
        state.rewind(
            to: .init(
                size: deferral.heldSize, notBefore: context.clock.now().advanced(by: wait)))
    }

    /// What is wrong with the peer's frames ends the session with a word; what is wrong here and
    /// transient ends it without blame; what is fatal is thrown on.
    private func settle(_ error: any Error) throws {
        guard let coded = error as? any CodedError else { throw error }
        // A rolled-back log is fatal when the lock record says so at start; a peer's word about it
        // only ends the session.
        let isFatal =
            coded.code.kind == .fatal
            && ![.logRolledBack, .logLockMismatch].contains(coded.code)
        if isFatal { throw error }
        context.dispatcher.update(link.peer) { $0.lastError = coded.code }
        context.logger.warning(
            "session with peer ends",
            metadata: ["peer": "\(link.peer)", "code": "\(coded.code.rawValue)"])
        _ = state.handle(.refuse(coded.code, heldSize: batches?.held.size ?? 0))
    }
}

private func abs(_ duration: Duration) -> Duration {
    duration < .zero ? .zero - duration : duration
}
