import EnlaceLog
import EnlaceModel
import EnlaceStore

extension InMemoryState {
    mutating func reserve(year: Int) throws(StoreError) -> DocumentReference {
        let serial = serials[year, default: 0] + 1
        guard
            let reference = try? DocumentReference(node: identity.node, year: year, serial: serial)
        else { throw StoreError(.valueOutOfRange, object: "\(year)/\(serial)") }
        serials[year] = serial
        return reference
    }

    mutating func submit(_ record: SubmissionRecord) throws(StoreError) -> SubmissionOutcome {
        let document = record.document
        if let place = places[document.identity] {
            let isSame = documents[place].record.content == document.content
            return isSame ? .alreadyStored : .conflict
        }
        if record.isOncePerTarget, let earlier = earlierAnswer(document) {
            return .alreadyAnswered(by: earlier)
        }
        let rows = record.queuedFor.map { recipient in
            DeliveryRecord(queuing: document.identity, for: recipient, at: document.storedAt)
        }
        insert(document, isOncePerTarget: record.isOncePerTarget, deliveries: rows)
        if let effect = record.effect { apply(effect) }
        try appendLocal(record.localEntries)
        return .stored
    }

    private func earlierAnswer(_ document: DocumentRecord) -> DocumentIdentity? {
        guard let target = document.inReplyTo else { return nil }
        return documents.first { other in
            other.isOncePerTarget && other.record.inReplyTo == target
                && other.record.schema.type == document.schema.type
                && other.record.identity.origin == document.identity.origin
        }?.record.identity
    }

    mutating func insert(
        _ document: DocumentRecord, isOncePerTarget: Bool, deliveries: [DeliveryRecord]
    ) {
        places[document.identity] = documents.count
        documents.append(
            Document(
                record: document, isOncePerTarget: isOncePerTarget,
                deliveries: deliveries.sorted { $0.recipient < $1.recipient },
                protected: document.protected))
        for effect in heldEffects.removeValue(forKey: document.identity) ?? [] { apply(effect) }
    }

    /// Applied when the target is here; an effect on a recipient it was never for does nothing.
    mutating func apply(_ effect: DeliveryEffect) {
        guard places[effect.target] != nil else {
            heldEffects[effect.target, default: []].append(effect)
            return
        }
        change(effect.target, recipient: effect.recipient) { $0.apply(effect) }
    }

    @discardableResult
    mutating func change(
        _ identity: DocumentIdentity, recipient: NodeID, _ body: (inout DeliveryRecord) -> Void
    ) -> Bool {
        guard let place = places[identity],
            let row = documents[place].deliveries.firstIndex(where: { $0.recipient == recipient })
        else { return false }
        let before = documents[place].deliveries[row]
        body(&documents[place].deliveries[row])
        return documents[place].deliveries[row] != before
    }

    func place(of identity: DocumentIdentity) throws(StoreError) -> Int {
        guard let place = places[identity] else {
            throw StoreError(.notFound, object: identity.description)
        }
        return place
    }

    mutating func read(
        _ reading: ReadingRecord, readEntry: EntryDraft?, log: LogOrigin?,
        localEntries: [EntryDraft]
    ) throws(StoreError) -> Bool {
        let place = try place(of: reading.identity)
        let isFirst = documents[place].readings.isEmpty
        documents[place].readings.append(reading)
        if isFirst, reading.identity.origin != identity.node {
            change(reading.identity, recipient: identity.node) { $0.markRead(at: reading.at) }
            if let readEntry, let log { _ = try append([readEntry], to: log) }
        }
        try appendLocal(localEntries)
        return isFirst
    }

    mutating func changeRows(
        of identity: DocumentIdentity, localEntries: [EntryDraft],
        _ body: (inout DeliveryRecord) -> Void
    ) throws(StoreError) -> [DeliveryRecord] {
        let place = try place(of: identity)
        for row in documents[place].deliveries.indices { body(&documents[place].deliveries[row]) }
        try appendLocal(localEntries)
        return documents[place].deliveries
    }

    mutating func expire(
        before cutoff: Timestamp, entry: (DocumentIdentity, NodeID) -> EntryDraft
    ) throws(StoreError) -> [DeliveryRecord] {
        var expired: [DeliveryRecord] = []
        for place in documents.indices where documents[place].record.expiresAt <= cutoff {
            for row in documents[place].deliveries.indices {
                var delivery = documents[place].deliveries[row]
                guard delivery.state == .queued || delivery.state == .sent else { continue }
                delivery.expire()
                documents[place].deliveries[row] = delivery
                expired.append(delivery)
            }
        }
        try appendLocal(expired.map { entry($0.identity, $0.recipient) })
        return expired
    }

    mutating func rewrap(
        epoch: UInt32, _ body: (ProtectedBytes) throws -> ProtectedBytes
    ) throws(StoreError) -> Int {
        var count = 0
        for place in documents.indices where documents[place].protected.epoch == epoch {
            do {
                documents[place].protected = try body(documents[place].protected)
            } catch {
                throw StoreError(rewrapping: error, of: documents[place].record.identity)
            }
            count += 1
        }
        return count
    }
}
