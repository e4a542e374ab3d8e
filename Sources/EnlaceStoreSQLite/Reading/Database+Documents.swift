import EnlaceModel
import EnlaceStore
import GRDB

extension Database {
    func item(_ identity: DocumentIdentity) throws -> DocumentItem? {
        try row(
            DocumentColumns.select + " WHERE message_id = ? AND origin = ?",
            [identity.messageID.blob, identity.origin.text]
        ).map(item)
    }

    func items(named text: String) throws -> [DocumentItem] {
        if let reference = try? DocumentReference(text) {
            return try rows(
                DocumentColumns.select + " WHERE reference = ? ORDER BY id", [reference.text], item)
        }
        guard let messageID = try? MessageID(text) else { return [] }
        return try rows(
            DocumentColumns.select + " WHERE message_id = ? ORDER BY id", [messageID.blob], item)
    }

    func due(to peer: NodeID, now: Timestamp, limit: Int) throws -> [QueuedDelivery] {
        try rows(
            DueQuery.sql, [peer.text, try now.column(), max(limit, 0)]
        ) { row in
            QueuedDelivery(
                document: try DocumentRecord(row), recipient: peer,
                attempt: try row.small(DocumentColumns.count) + 1)
        }
    }

    func queuedPeers() throws -> [NodeID: Timestamp] {
        let pairs = try rows(
            """
            SELECT recipient, min(next_attempt_at) FROM deliveries INDEXED BY deliveries_due
            WHERE state = 'QUEUED' GROUP BY recipient
            """
        ) { (try $0.node(0), try $0.time(1)) }
        return Dictionary(pairs) { first, _ in first }
    }

    func envelopes(to peer: NodeID, in range: Range<UInt64>) throws -> [EnvelopeInFlight] {
        try rows(
            """
            SELECT sent_index, clear_header, envelope FROM envelopes
            WHERE peer = ? AND sent_index >= ? AND sent_index < ? ORDER BY sent_index
            """,
            [
                peer.text, Int64(clamping: range.lowerBound), Int64(clamping: range.upperBound),
            ]
        ) { row in
            EnvelopeInFlight(
                index: try row.count(0), clearHeader: try row.bytes(1), envelope: try row.bytes(2))
        }
    }

    func readings(of identity: DocumentIdentity) throws -> [ReadingRecord] {
        try rows(
            """
            SELECT r.officer, r.at, r.purpose, r.reason
            FROM documents d JOIN readings r ON r.document = d.id
            WHERE d.message_id = ? AND d.origin = ? ORDER BY r.id
            """, [identity.messageID.blob, identity.origin.text]
        ) { row in
            ReadingRecord(
                identity: identity, officer: try row.officer(0), at: try row.time(1),
                purpose: try row.text(2), reason: try row.text(3))
        }
    }

    func answer(
        to target: DocumentIdentity, type: DocumentType, by node: NodeID
    ) throws -> DocumentIdentity? {
        try row(
            """
            SELECT origin, message_id FROM documents
            WHERE reply_id = ? AND reply_origin = ? AND type = ? AND origin = ?
            ORDER BY id LIMIT 1
            """,
            [target.messageID.blob, target.origin.text, type.code, node.text]
        )?.identity(0, 1)
    }

    static let countsSQL = """
        SELECT peer, state, count(*) FROM deliveries INDEXED BY deliveries_by_peer
        GROUP BY peer, state
        """

    func deliveryCounts() throws -> [NodeID: [DeliveryState: Int]] {
        var counts: [NodeID: [DeliveryState: Int]] = [:]
        let groups = try rows(Self.countsSQL) {
            (try $0.node(0), try $0.code(1, DeliveryState.self), try $0.integer(2))
        }
        for (peer, state, count) in groups { counts[peer, default: [:]][state] = Int(count) }
        return counts
    }
}

enum DueQuery {
    /// Takes peer, time and limit. A range of the index, which has the order of the queue.
    static let sql = """
        SELECT \(DocumentColumns.names(of: "d")), o.attempt
        FROM deliveries o INDEXED BY deliveries_due CROSS JOIN documents d ON d.id = o.document
        WHERE o.state = 'QUEUED' AND o.recipient = ? AND o.next_attempt_at <= ?
        ORDER BY o.urgency DESC, o.queued_at, o.document LIMIT ?
        """
}
