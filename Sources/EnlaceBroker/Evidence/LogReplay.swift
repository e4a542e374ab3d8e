import EnlaceLog
import EnlaceModel
import EnlaceStore

/// Walks a stored log from its first entry and gives right edges on the way.
///
/// Costs one read of the log up to the largest size asked for: at start, and when a peer returns
/// after a restart. Memory does not grow with the log.
struct LogReplay: Sendable {
    let store: any Store
    let hasher: TreeHasher

    /// The edge of the log at `size`, walking on from `edge`; throws `STORE_DAMAGED` when the log
    /// has fewer entries.
    func edge(of origin: LogOrigin, at size: UInt64, from edge: TreeEdge = TreeEdge()) async throws
        -> TreeEdge
    {
        var edge = edge
        while edge.size < size {
            let limit = min(size - edge.size, UInt64(BrokerLimits.replayPage))
            let page = try await store.entries(of: origin, from: edge.size, limit: Int(limit))
            guard !page.isEmpty else {
                throw BrokerError(.storeDamaged, object: "\(origin.text) \(edge.size)")
            }
            for entry in page { edge.append(leaf: hasher.leaf(entry), hasher: hasher) }
        }
        return edge
    }
}
