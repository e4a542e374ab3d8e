import EnlaceModel
import EnlaceWire

/// Lets one session at a time run with each peer.
///
/// Of two links to the same peer that one stays which the node with the lower identifier dialled; a
/// link that replaces one of the same direction stays, for whoever dials again has lost the former.
actor SessionGate {
    private struct Occupant {
        let number: UInt64
        let isDialer: Bool
        let stop: @Sendable () -> Void
    }

    private let own: NodeID
    private var occupants: [NodeID: Occupant] = [:]
    private var waiters: [NodeID: [CheckedContinuation<Void, Never>]] = [:]
    private var lastNumber: UInt64 = 0
    private var isClosed = false

    init(own: NodeID) {
        self.own = own
    }

    /// A ticket, once no other session with the peer runs; nil when the link is superfluous.
    func enter(
        _ peer: NodeID, isDialer: Bool, stop: @escaping @Sendable () -> Void
    ) async -> UInt64? {
        while let occupant = occupants[peer] {
            let isWanted =
                isDialer == occupant.isDialer
                || SessionPreference.stays(isDialer: isDialer, own: own, peer: peer)
            guard isWanted, !isClosed else { return nil }
            occupant.stop()
            await withCheckedContinuation { waiters[peer, default: []].append($0) }
        }
        guard !isClosed else { return nil }
        lastNumber += 1
        occupants[peer] = Occupant(number: lastNumber, isDialer: isDialer, stop: stop)
        return lastNumber
    }

    func leave(_ peer: NodeID, ticket: UInt64) {
        guard occupants[peer]?.number == ticket else { return }
        occupants[peer] = nil
        for waiter in waiters.removeValue(forKey: peer) ?? [] { waiter.resume() }
    }

    /// Lets nobody in any more and asks the sessions that run to stop.
    func close() {
        isClosed = true
        for occupant in occupants.values { occupant.stop() }
    }
}
