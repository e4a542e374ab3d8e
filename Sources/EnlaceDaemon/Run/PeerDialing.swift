import EnlaceBroker
import EnlaceModel
import EnlaceTransport
import ServiceLifecycle

/// Keeps every approved peer connected, also those that are approved while it runs.
struct PeerDialing: Service {
    let dialer: NodeDialer
    let trust: NodeTrustBook
    let broker: Broker

    func run() async throws {
        try await cancelWhenGracefulShutdown { try await dialAll() }
    }

    private func dialAll() async throws {
        let (approvals, continuation) = AsyncStream.makeStream(of: NodeID.self)
        trust.observe { change in
            if case .peer(let node) = change { continuation.yield(node) }
        }
        try await withThrowingDiscardingTaskGroup { group in
            var dialed: Set<NodeID> = []
            for peer in trust.peers.map(\.node) where dialed.insert(peer).inserted {
                group.addTask { try await dial(peer) }
            }
            for await peer in approvals where dialed.insert(peer).inserted {
                group.addTask { try await dial(peer) }
            }
        }
    }

    private func dial(_ peer: NodeID) async throws {
        try await dialer.run(
            peer,
            addresses: {
                trust.knownCard(peer)?.content.addresses.compactMap { try? NetworkAddress($0) }
                    ?? []
            },
            isWanted: {
                let session = broker.dispatcher.status(of: peer).session
                return session != .connected && session != .held && trust.peer(peer) != nil
            },
            note: { error in broker.dispatcher.dialFailed(peer, error.code) }
        ) { link in try await broker.run(link) }
    }
}
