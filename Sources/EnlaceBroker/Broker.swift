import EnlaceFiles
import EnlaceLog
package import EnlaceModel
package import EnlaceStore
package import EnlaceWire
package import Logging

/// The heart of a node: documents in from its officers, batches to and from its peers.
///
/// `open` once, then `run` for every link that the transport brings and `runDeadlines` beside them;
/// what officers ask comes through `submit`, `read`, `withdraw` and `resend`.
package struct Broker: Sendable {
    package let context: BrokerContext
    private let gate: SessionGate

    private static var silent: Logger { Logger(label: "enlace") { _ in SwiftLogNoOpLogHandler() } }

    /// `lock` is the node's lock record; `width` how many cores the crypto of a batch may use;
    /// without a logger nothing is logged.
    package init(
        store: any Store, trust: any TrustBook, lock: any LockStorage, clock: any WallClock,
        random: any RandomSource, pacemaker: any Pacemaker = SystemPacemaker(),
        limits: BrokerLimits = BrokerLimits(), width: Int = Cores.count,
        software: String = "enlaced",
        logger: Logger? = nil
    ) {
        let logs = LogKeeper(
            store: store, lock: lock, hasher: LogPrimitives.product.hasher,
            signer: trust.ownKeys.logSigner)
        context = BrokerContext(
            store: store, trust: trust, logs: logs, dispatcher: Dispatcher(), clock: clock,
            random: random, pacemaker: pacemaker, limits: limits, logger: logger ?? Self.silent,
            width: width,
            software: software)
        gate = SessionGate(own: store.identity.node)
    }

    /// Compares the lock record with the store and makes the local log when this is a new node.
    ///
    /// Throws `LOG_ROLLED_BACK` or `LOG_LOCK_MISMATCH` when the node must not sign: it does not start.
    package func open() async throws {
        try await context.logs.open()
        _ = try await ChannelLogs(context: context).ensure(context.store.identity.localLog)
        _ = try await context.store.append(
            [context.local(.started, actor: "broker")], to: context.store.identity.localLog)
    }

    /// Own logs: checkpoints for auditors.
    package var logs: LogKeeper { context.logs }

    /// Whom to tell that there is work, and how the channels stand.
    package var dispatcher: Dispatcher { context.dispatcher }

    /// Runs one session over a link until either ends; a superfluous link is closed at once. Throws
    /// only what stops the daemon.
    package func run(_ link: some PeerLink) async throws {
        let peer = link.peer
        guard context.trust.peer(peer) != nil, context.dispatcher.status(of: peer).session != .held
        else {
            context.logger.notice("link refused", metadata: ["peer": "\(peer)"])
            return await link.close()
        }
        let ending = SessionEnding()
        let ticket = await gate.enter(peer, isDialer: link.isDialer, stop: ending.request)
        guard let ticket else { return await link.close() }
        do {
            // Only now: the heads in the hello must be those that the session before left.
            let channel = try await PeerChannel(context: context, link: link)
            ending.attach(channel.stop)
            try await channel.run()
        } catch {
            await link.close()
            await gate.leave(peer, ticket: ticket)
            try noteEnd(with: error, peer: peer)
            return
        }
        await gate.leave(peer, ticket: ticket)
    }

    /// Throws on what stops the daemon, and says what only ended the session.
    private func noteEnd(with error: any Error, peer: NodeID) throws {
        if error is CancellationError { return }
        guard let coded = error as? any CodedError, coded.code.kind != .fatal else { throw error }
        context.dispatcher.update(peer) { $0.lastError = coded.code }
        context.logger.warning(
            "session with peer failed",
            metadata: ["peer": "\(peer)", "code": "\(coded.code.rawValue)"])
    }

    /// Sweeps, retries and anchors until cancelled.
    package func runDeadlines() async throws {
        try await Deadlines(context: context).run()
    }

    /// Asks every session to end after the batch in hand; later links are refused.
    package func stop() async {
        await gate.close()
    }

    /// A person has looked at what a peer did: its sessions may run again.
    package func endHold(of peer: NodeID) {
        context.dispatcher.update(peer) { status in
            if status.session == .held { status.session = .waiting }
        }
    }
}
