import EnlaceLog
import EnlaceModel
import EnlaceStore
import EnlaceWire
import Logging

/// One session with one peer over one link: hello both ways, then both loops until either ends.
///
/// The loops wait for each other in nothing but the store, so that sealing overlaps the peer's
/// admission and a link that is full stops only the sending half.
struct PeerChannel<Link: PeerLink>: Sendable {
    private enum Loop: Sendable { case inbound, ticker }

    private let context: BrokerContext
    private let link: Link
    private let state: SessionState

    /// Makes the channel log at its first need; signs nothing.
    init(context: BrokerContext, link: Link) async throws {
        self.context = context
        self.link = link
        state = SessionState(
            own: try await Self.hello(context: context, to: link.peer), peer: link.peer)
    }

    /// Asks the session to end after the batch in hand; returns at once.
    @Sendable func stop() {
        _ = state.handle(.stop(.shuttingDown))
    }

    /// Returns when the session has ended; throws only what stops the daemon.
    func run() async throws {
        context.dispatcher.open(link.peer, session: state)
        defer { context.dispatcher.close(link.peer, session: state) }
        _ = state.handle(.started)
        try await withThrowingTaskGroup(of: Loop.self) { group in
            group.addTask {
                var loop = InboundLoop(context: context, link: link, state: state)
                try await loop.run()
                return .inbound
            }
            group.addTask {
                try? await tick()
                return .ticker
            }
            do {
                var loop = OutboundLoop(context: context, link: link, state: state)
                try await loop.run()
            } catch let error as BrokerError where error.code.kind == .transient {
                // The link has gone; the next session sends what this one could not.
            }
            _ = state.handle(.linkEnded)
            await link.close()
            // The batch that the inbound loop has in hand is finished before the session ends.
            while let loop = try await group.next(), loop != .inbound {}
            group.cancelAll()
        }
        noteEnd()
    }

    private func tick() async throws {
        var wait = context.limits.helloTimeout
        while state.end == nil {
            try await context.pacemaker.wait(wait)
            _ = state.handle(.tick)
            wait = context.limits.pingInterval
        }
        // The end was said; a peer that does not even take that is not waited for.
        try await context.pacemaker.wait(context.limits.closingTime)
        await link.close()
    }

    private func noteEnd() {
        guard let error = state.end?.error(peer: link.peer) else { return }
        context.dispatcher.update(link.peer) { status in
            if status.lastError == nil { status.lastError = error.code }
        }
        context.logger.info(
            "session with peer has ended",
            metadata: ["peer": "\(link.peer)", "code": "\(error.code.rawValue)"])
    }

    private static func hello(
        context: BrokerContext, to peer: NodeID
    ) async throws -> PeerHello {
        guard let trust = context.trust.peer(peer) else {
            throw BrokerError(.peerNotApproved, object: peer.text)
        }
        let log = context.channelLog(to: peer)
        let own = try await ChannelLogs(context: context).ensure(log)
        let held = try await context.store.log(context.copyLog(of: peer))?.edge ?? TreeEdge()
        return PeerHello(
            node: context.node, environment: context.store.identity.environment,
            schemas: DocumentSchemas.accepted, cardVersion: context.trust.ownKeys.cardVersion,
            directoryVersion: context.trust.ownDirectory?.version ?? 0,
            heldDirectoryVersion: trust.directoryVersion, logOrigin: log.text,
            ownHead: StatedHead(own, context), heldHead: StatedHead(held, context),
            clock: context.clock.now(), software: context.software)
    }
}

extension StatedHead {
    fileprivate init(_ edge: TreeEdge, _ context: BrokerContext) {
        self.init(size: edge.size, root: edge.root(hasher: context.hasher))
    }
}
