import EnlaceLog
import EnlaceModel
import EnlaceStore
import GRDB

extension WriteTransaction {
    func insert(
        _ row: DeliveryRecord, document: Int64, urgency: Urgency, expiresAt: Timestamp
    ) throws {
        let peer = row.recipient == identity.node ? row.identity.origin : row.recipient
        let key: StatementArguments = [
            document, row.recipient.text, peer.text, Int64(urgency.octet),
            try expiresAt.column(),
        ]
        try db.run(
            """
            INSERT INTO deliveries (document, recipient, peer, urgency, expires_at,
                state, attempt, sent_index, next_attempt_at, queued_at, sent_at, received_at,
                read_at, acknowledged_at, reason, receipt_log, receipt_index, receipt_time)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, key + row.columns())
    }

    func update(_ row: DeliveryRecord, document: Int64) throws {
        try db.run(
            """
            UPDATE deliveries SET state = ?, attempt = ?, sent_index = ?, next_attempt_at = ?,
                queued_at = ?, sent_at = ?, received_at = ?, read_at = ?, acknowledged_at = ?,
                reason = ?, receipt_log = ?, receipt_index = ?, receipt_time = ?
            WHERE document = ? AND recipient = ?
            """, try row.columns() + [document, row.recipient.text])
    }

    func place(of identity: DocumentIdentity) throws -> Int64? {
        try db.row(
            "SELECT id FROM documents WHERE message_id = ? AND origin = ?",
            [identity.messageID.blob, identity.origin.text]
        )?.integer(0)
    }

    func knownPlace(of identity: DocumentIdentity) throws -> Int64 {
        guard let place = try place(of: identity) else {
            throw StoreError(.notFound, object: identity.description)
        }
        return place
    }

    /// Changes the row of a document and recipient, if both are here; says whether it differs.
    @discardableResult
    func change(
        _ identity: DocumentIdentity, recipient: NodeID, _ body: (inout DeliveryRecord) -> Void
    ) throws -> Bool {
        guard let place = try place(of: identity),
            let found = try db.row(
                DeliveryColumns.select + " WHERE document = ? AND recipient = ?",
                [place, recipient.text])
        else { return false }
        let before = try DeliveryRecord(found, of: identity)
        var row = before
        body(&row)
        guard row != before else { return false }
        try update(row, document: place)
        return true
    }

    /// Changes all rows of a document and gives them as they then stand.
    func changeAll(
        _ identity: DocumentIdentity, _ body: (inout DeliveryRecord) -> Void
    ) throws -> [DeliveryRecord] {
        let place = try knownPlace(of: identity)
        return try db.deliveries(of: place, identity).map { before in
            var row = before
            body(&row)
            if row != before { try update(row, document: place) }
            return row
        }
    }

    /// Applied when the target is here; an effect on a recipient it was never for does nothing.
    func apply(_ effect: DeliveryEffect) throws {
        if try place(of: effect.target) == nil {
            try db.run(
                """
                INSERT INTO held_effects (target_origin, target_id, recipient, state, at)
                VALUES (?, ?, ?, ?, ?)
                """,
                [
                    effect.target.origin.text, effect.target.messageID.blob,
                    effect.recipient.text, effect.state.rawValue, try effect.at.column(),
                ])
        } else {
            try change(effect.target, recipient: effect.recipient) { $0.apply(effect) }
        }
    }

    /// Applies what was held for a document that has just come.
    func applyHeldEffects(on target: DocumentIdentity) throws {
        let key: StatementArguments = [target.messageID.blob, target.origin.text]
        let effects = try db.rows(
            """
            SELECT recipient, state, at FROM held_effects
            WHERE target_id = ? AND target_origin = ? ORDER BY id
            """, key
        ) { row in
            DeliveryEffect(
                target: target, recipient: try row.node(0), state: try row.code(1),
                at: try row.time(2))
        }
        guard !effects.isEmpty else { return }
        for effect in effects {
            try change(target, recipient: effect.recipient) { $0.apply(effect) }
        }
        try db.run("DELETE FROM held_effects WHERE target_id = ? AND target_origin = ?", key)
    }

    func expire(
        before cutoff: Timestamp, entry: (DocumentIdentity, NodeID) -> EntryDraft
    ) throws -> (rows: [DeliveryRecord], entries: [EntryDraft]) {
        let found = try db.rows(
            """
            SELECT \(DeliveryColumns.names(of: "o")), d.origin, d.message_id, d.id
            FROM deliveries o INDEXED BY deliveries_open JOIN documents d ON d.id = o.document
            WHERE o.state IN ('QUEUED', 'SENT') AND o.expires_at <= ?
            ORDER BY o.document, o.recipient
            """, [try cutoff.column()]
        ) { row in
            let identity = try row.identity(DeliveryColumns.count, DeliveryColumns.count + 1)
            return (
                try DeliveryRecord(row, of: identity), try row.integer(DeliveryColumns.count + 2)
            )
        }
        var rows: [DeliveryRecord] = []
        for (before, place) in found {
            var row = before
            row.expire()
            try update(row, document: place)
            rows.append(row)
        }
        return (rows, rows.map { entry($0.identity, $0.recipient) })
    }
}
