import EnlaceLog
import EnlaceModel
import EnlaceStore
import GRDB

extension WriteTransaction {
    func reserve(year: Int) throws -> DocumentReference {
        let last = try db.row("SELECT last FROM serials WHERE year = ?", [year])?.integer(0) ?? 0
        let serial = Int(last) + 1
        guard
            let reference = try? DocumentReference(node: identity.node, year: year, serial: serial)
        else { throw StoreError(.valueOutOfRange, object: "\(year)/\(serial)") }
        try db.run(
            """
            INSERT INTO serials (year, last) VALUES (?, ?)
            ON CONFLICT (year) DO UPDATE SET last = excluded.last
            """, [year, serial])
        return reference
    }

    mutating func submit(_ record: SubmissionRecord) throws -> SubmissionOutcome {
        let document = record.document
        guard let place = try insert(document, isOncePerTarget: record.isOncePerTarget) else {
            return try whyNotStored(document)
        }
        for recipient in record.queuedFor {
            try insert(
                DeliveryRecord(queuing: document.identity, for: recipient, at: document.storedAt),
                document: place, urgency: document.urgency, expiresAt: document.expiresAt)
        }
        try applyHeldEffects(on: document.identity)
        if let effect = record.effect { try apply(effect) }
        try appendLocal(record.localEntries)
        return .stored
    }

    /// The unique keys decide: gives nil, with nothing written, when one of them refuses.
    func insert(_ document: DocumentRecord, isOncePerTarget: Bool) throws -> Int64? {
        try db.run(
            """
            INSERT INTO documents (origin, message_id, is_own, is_once, thread_id, reply_origin,
                reply_id, superseded_origin, superseded_id, reference, type, schema, author,
                author_certificate, releaser, recipients, named_officers, urgency, traffic_light,
                drafted_at, expires_at, content, stored_at, epoch, wrapped_key, nonce, ciphertext)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """,
            try document.columns(
                isOwn: document.identity.origin == identity.node,
                isOncePerTarget: isOncePerTarget))
        return db.changesCount == 1 ? db.lastInsertedRowID : nil
    }

    private func whyNotStored(_ document: DocumentRecord) throws -> SubmissionOutcome {
        if let content = try content(of: document.identity) {
            return content == document.content ? .alreadyStored : .conflict
        }
        guard let target = document.inReplyTo,
            let earlier = try db.row(
                """
                SELECT origin, message_id FROM documents
                WHERE reply_id = ? AND reply_origin = ? AND type = ? AND origin = ? AND is_once = 1
                """,
                [
                    target.messageID.blob, target.origin.text, document.schema.type.code,
                    document.identity.origin.text,
                ])
        else { throw StoreError(.internalError, object: document.identity.description) }
        return .alreadyAnswered(by: try earlier.identity(0, 1))
    }

    func content(of identity: DocumentIdentity) throws -> SHA256Digest? {
        try db.row(
            "SELECT content FROM documents WHERE message_id = ? AND origin = ?",
            [identity.messageID.blob, identity.origin.text]
        )?.digest(0)
    }

    mutating func read(
        _ reading: ReadingRecord, readEntry: EntryDraft?, log: LogOrigin?,
        localEntries: [EntryDraft]
    ) throws -> Bool {
        let place = try knownPlace(of: reading.identity)
        let isFirst =
            try db.row("SELECT 1 FROM readings WHERE document = ? LIMIT 1", [place]) == nil
        try db.run(
            "INSERT INTO readings (document, officer, at, purpose, reason) VALUES (?, ?, ?, ?, ?)",
            [
                place, reading.officer.text, try reading.at.column(), reading.purpose,
                reading.reason,
            ])
        if isFirst, reading.identity.origin != identity.node {
            try change(reading.identity, recipient: identity.node) { $0.markRead(at: reading.at) }
            if let readEntry, let log { _ = try append([readEntry], to: log) }
        }
        try appendLocal(localEntries)
        return isFirst
    }

    func rewrap(
        epoch: UInt32, _ body: (ProtectedBytes) throws -> ProtectedBytes
    ) throws -> Int {
        let places = try db.rows(
            "SELECT id FROM documents WHERE epoch = ?", [Int64(epoch)]
        ) { try $0.integer(0) }
        for place in places { try rewrap(place, body) }
        return places.count
    }

    private func rewrap(
        _ place: Int64, _ body: (ProtectedBytes) throws -> ProtectedBytes
    ) throws {
        guard let row = try db.row(DocumentColumns.select + " WHERE id = ?", [place]) else {
            return
        }
        let document = try DocumentRecord(row)
        let newer: ProtectedBytes
        do {
            newer = try body(document.protected)
        } catch {
            throw StoreError(rewrapping: error, of: document.identity)
        }
        try db.run(
            """
            UPDATE documents SET epoch = ?, wrapped_key = ?, nonce = ?, ciphertext = ?
            WHERE id = ?
            """,
            [
                Int64(newer.epoch), newer.wrappedKey.blob, newer.nonce.blob,
                newer.ciphertext.blob, place,
            ])
    }
}
