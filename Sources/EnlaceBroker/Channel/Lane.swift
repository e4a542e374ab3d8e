import EnlaceModel
import EnlaceStore
import EnlaceWire
import Logging

/// Chooses what is sealed next to a peer: the urgent first, within the room that documents in
/// flight leave, of which routine documents must leave a part to urgent ones.
struct Lane {
    let context: BrokerContext
    let peer: NodeID
    let state: SessionState
    /// How large documents lately were, so that not many more are read than one batch takes.
    var documentBytes = BrokerLimits.documentBytesExpected

    mutating func take(_ terms: SessionTerms) async throws -> [QueuedDelivery] {
        let flight = state.inFlight
        let room = context.limits.documentsInFlightMax - flight.documents
        guard room > 0, flight.bytes < context.limits.bytesInFlightMax else { return [] }
        let now = context.clock.now()
        let fitting = 2 * terms.limits.batchBytes / max(documentBytes, 1)
        let due = try await context.store.dueForSealing(
            to: peer, now: now, limit: min(room, terms.limits.batchEntries, max(fitting, 1)))
        if !due.isEmpty {
            documentBytes =
                due.reduce(0) { $0 + $1.document.protected.ciphertext.count } / due.count
        }
        let live = due.filter { $0.document.expiresAt > now }
        let allowed = isHeld(now) ? passing(live) : live
        return beginning(of: allowed, room: room, bytesMax: terms.limits.batchBytes)
    }

    /// The longest beginning that fits; a single document always does.
    private func beginning(
        of rows: [QueuedDelivery], room: Int, bytesMax: Int
    ) -> [QueuedDelivery] {
        let routineRoom = room - context.limits.documentsReservedForUrgent
        var taken: [QueuedDelivery] = []
        var bytes = 0
        for row in rows {
            if row.document.urgency == .routine, taken.count >= routineRoom { break }
            bytes += row.document.protected.ciphertext.count + WireLimits.envelopeOverheadBytes
            if !taken.isEmpty, bytes > bytesMax { break }
            taken.append(row)
        }
        return taken
    }

    /// What is sealed although sealing is held.
    private func passing(_ rows: [QueuedDelivery]) -> [QueuedDelivery] {
        let passing = rows.filter { $0.document.urgency == .immediate }
        for row in passing {
            context.logger.warning(
                "life at risk passes although sealing is held",
                metadata: [
                    "lead-id": "\(row.document.identity.messageID)", "peer": "\(peer)",
                    "stage": "sealing",
                ])
        }
        return passing
    }

    /// Whether the peer has taken batches for so long without cosigning that only life at risk
    /// passes (design §8).
    private func isHeld(_ now: Timestamp) -> Bool {
        let since = context.dispatcher.status(of: peer).uncosignedSince
        let isHeld = since.map { now.since($0) > context.limits.holdAfter } ?? false
        context.dispatcher.update(peer) { $0.isSealingHeld = isHeld }
        return isHeld
    }
}
