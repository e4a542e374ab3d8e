import EnlaceBroker
import EnlaceCrypto
import EnlaceLog
package import EnlaceModel
import EnlaceStore
import EnlaceStoreSQLite
import EnlaceTransport
package import Logging
import ServiceLifecycle
import UnixSignals

/// The daemon: opens the node, listens, and runs until it is told to stop or must.
package struct Daemon: Sendable {
    /// Where a running daemon can be reached.
    package struct Ports: Sendable, Equatable {
        package let node: NetworkAddress
        package let client: NetworkAddress
    }

    /// After this long a stop in good order becomes a hard one; less than the unit file allows.
    package static let stopMax: Duration = .seconds(25)

    private let configuration: Configuration
    private let clock: any WallClock
    private let random: any RandomSource
    private let logger: Logger
    private let limits: TransportLimits

    package init(
        configuration: Configuration, clock: any WallClock = SystemClock(),
        random: any RandomSource = SystemRandom(), logger: Logger
    ) {
        self.configuration = configuration
        self.clock = clock
        self.random = random
        self.logger = logger
        limits = TransportLimits()
    }

    /// Runs until SIGTERM, SIGINT or the cancellation of its task (which stops in good order too), or
    /// until an error that must not be survived; that one is thrown.
    ///
    /// - Parameter ready: called once, when both ports listen.
    package func run(
        handlingSignals: Bool = true, ready: @escaping @Sendable (Ports) -> Void
    ) async throws {
        try StartChecks.run(configuration)
        let node = try await OpenNode.open(
            configuration, clock: clock, random: random, logger: logger)
        let result: Result<Void, any Error>
        do {
            result = .success(
                try await serve(node, handlingSignals: handlingSignals, ready: ready))
        } catch {
            result = .failure(error)
        }
        // A task of its own: the store is closed in good order also when this one was cancelled.
        try await Task {
            if case .failure(let error) = result {
                // The first error tells what happened; that closing failed too adds nothing.
                try? await node.store.close()
                throw error
            }
            try await stopped(node)
        }.value
    }

    private func serve(
        _ node: OpenNode, handlingSignals: Bool, ready: @escaping @Sendable (Ports) -> Void
    ) async throws {
        let runFile = RunFile(path: configuration.data.run)
        // One that a crash left behind would name ports where nobody listens.
        runFile.remove()
        let nodes = try await bindNodes(node)
        let failures = LogonFailures(store: node.store, clock: clock, random: random)
        let clients = try await bindClients(node, failures)
        defer { runFile.remove() }
        let ports = Ports(node: nodes.address, client: clients.address)
        let readiness = Readiness { [logger] in
            try runFile.write(node: ports.node, client: ports.client)
            logger.notice(
                "ready", metadata: ["nodes": "\(ports.node)", "people": "\(ports.client)"])
            ready(ports)
        }
        let group = try group(
            node, nodes, clients, failures, readiness, handlingSignals: handlingSignals)
        try await withTaskCancellationHandler {
            // A task of its own: the group ends in good order also when this one is cancelled.
            try await Task { try await group.run() }.value
        } onCancel: {
            // The handler may not wait; the group tells when it has ended.
            Task { await group.triggerGracefulShutdown() }
        }
    }

    private func bindNodes(_ node: OpenNode) async throws -> NodeListener {
        let context = try TLSContext(
            side: .server, protocolName: .node, credential: node.trust.credentials.tls)
        var limits = limits
        limits.connectionsMax = configuration.limits.nodeConnectionsMax
        return try await NodeListener.bind(
            to: configuration.listen.node, context: context, verifyPeer: node.trust.verifyNode,
            documentBytesMax: configuration.limits.documentBytesMax, limits: limits,
            logger: logger)
    }

    private func bindClients(
        _ node: OpenNode, _ failures: LogonFailures
    ) async throws -> ClientListener {
        let context = try TLSContext(
            side: .server, protocolName: .client, credential: node.trust.credentials.tls)
        var limits = limits
        limits.connectionsMax = configuration.limits.clientConnectionsMax
        return try await ClientListener.bind(
            to: configuration.listen.client, context: context,
            verifyPeer: node.trust.personVerifier(noting: failures), limits: limits,
            logger: logger)
    }

    /// In start order; stopped in the reverse. None may end by itself.
    private func group(
        _ node: OpenNode, _ nodes: NodeListener, _ clients: ClientListener,
        _ failures: LogonFailures, _ readiness: Readiness, handlingSignals: Bool
    ) throws -> ServiceGroup {
        let dialer = NodeDialer(
            context: try TLSContext(
                side: .client, protocolName: .node, credential: node.trust.credentials.tls),
            verifyPeer: node.trust.verifyNode,
            documentBytesMax: configuration.limits.documentBytesMax, limits: limits,
            random: random, logger: logger)
        let fatal = FatalSignal()
        let services: [any Service] = [
            fatal,
            failures,
            NodePort(listener: nodes, broker: node.broker),
            ClientPort(listener: clients, node: node, failures: failures, fatal: fatal),
            PeerDialing(dialer: dialer, trust: node.trust, broker: node.broker),
            DeadlineKeeping(broker: node.broker),
            StorageEpochKeeping(
                store: node.store, storage: node.trust.ownKeys.storage, clock: clock,
                logger: logger),
            RevocationListKeeping(
                files: NodeFiles(configuration: configuration), trust: node.trust, logger: logger),
            readiness,
            SessionClosing(broker: node.broker),
        ]
        let dispatcher = node.broker.dispatcher
        node.trust.observe { change in
            if change == .ownDirectory { dispatcher.wakeAll() }
        }
        var group = ServiceGroupConfiguration(
            services: services,
            gracefulShutdownSignals: handlingSignals ? [.sigterm, .sigint] : [], logger: logger)
        group.maximumGracefulShutdownDuration = Self.stopMax
        return ServiceGroup(configuration: group)
    }

    private func stopped(_ node: OpenNode) async throws {
        let entry = EntryDraft(
            .local(LocalBody(event: .stopped, actor: "daemon")), at: clock.now(), random: random)
        _ = try await node.store.append([entry], to: node.store.identity.localLog)
        try await node.store.close()
        logger.notice("stopped")
    }
}
