import EnlaceModel
import EnlaceStore

extension InMemoryState.Document {
    /// The record with the key as it is wrapped now.
    var current: DocumentRecord {
        var record = record
        record.protected = protected
        return record
    }

    var item: DocumentItem { DocumentItem(document: current, deliveries: deliveries) }
}

extension InMemoryState {
    func item(_ identity: DocumentIdentity) -> DocumentItem? {
        places[identity].map { documents[$0].item }
    }

    func items(named text: String) -> [DocumentItem] {
        if let reference = try? DocumentReference(text) {
            return documents.filter { $0.record.reference == reference }.map(\.item)
        }
        guard let messageID = try? MessageID(text) else { return [] }
        return documents.filter { $0.record.identity.messageID == messageID }.map(\.item)
    }

    func page(_ query: DocumentQuery) throws(StoreError) -> DocumentPage {
        let end: Int
        if let text = query.cursor {
            end = min(Int(try DocumentCursor(text).sequence) - 1, documents.count)
        } else {
            end = documents.count
        }
        var places: [Int] = []
        for place in (0..<end).reversed() where matches(documents[place], query) {
            guard places.count < query.pageItems else {
                let last = places.last ?? place
                return DocumentPage(
                    items: places.map { documents[$0].item },
                    nextCursor: DocumentCursor(sequence: Int64(last + 1)).text)
            }
            places.append(place)
        }
        return DocumentPage(items: places.map { documents[$0].item }, nextCursor: nil)
    }

    private func matches(_ document: Document, _ query: DocumentQuery) -> Bool {
        let record = document.record
        let isOutgoing = record.identity.origin == identity.node
        if query.direction == .incoming, isOutgoing { return false }
        if query.direction == .outgoing, !isOutgoing { return false }
        if let threadID = query.threadID, record.threadID != threadID { return false }
        if !query.types.isEmpty, !query.types.contains(record.schema.type.code) { return false }
        if !query.states.isEmpty,
            !document.deliveries.contains(where: { query.states.contains($0.state) })
        {
            return false
        }
        if let peer = query.peer, !document.deliveries.contains(where: { otherNode($0) == peer }) {
            return false
        }
        if let officer = query.readableBy, record.trafficLight == .red {
            return record.author == officer || record.namedOfficers.contains(officer)
        }
        return true
    }

    /// The node on the other side of a row.
    private func otherNode(_ row: DeliveryRecord) -> NodeID {
        row.recipient == identity.node ? row.identity.origin : row.recipient
    }

    func answer(
        to target: DocumentIdentity, type: DocumentType, by node: NodeID
    ) -> DocumentIdentity? {
        documents.first { document in
            document.record.inReplyTo == target && document.record.schema.type == type
                && document.record.identity.origin == node
        }?.record.identity
    }

    func counts() -> [NodeID: [DeliveryState: Int]] {
        var counts: [NodeID: [DeliveryState: Int]] = [:]
        for row in documents.flatMap(\.deliveries) {
            counts[otherNode(row), default: [:]][row.state, default: 0] += 1
        }
        return counts
    }
}
