import EnlaceLog
import EnlaceModel
import EnlaceStore
import GRDB

extension WriteTransaction {
    mutating func seal(_ record: SealingRecord) throws -> AppendedBatch? {
        let items = try record.items.compactMap { try queued($0, to: record.peer) }
        guard !items.isEmpty || !record.otherEntries.isEmpty else { return nil }
        let batch = try append(record.otherEntries + items.map(\.item.entry), to: record.log)
        var index = batch.firstIndex + UInt64(record.otherEntries.count)
        for (item, place, before) in items {
            guard case .sent(let body) = item.entry.body else { continue }
            var row = before
            row.seal(attempt: body.attempt, index: index, at: item.entry.time)
            try update(row, document: place)
            try db.run(
                """
                INSERT INTO envelopes (peer, sent_index, clear_header, envelope)
                VALUES (?, ?, ?, ?)
                """,
                [
                    record.peer.text, try integerColumn(index), item.clearHeader.blob,
                    item.envelope.blob,
                ])
            index += 1
        }
        try appendLocal(record.localEntries)
        return batch
    }

    /// The item with its row, unless that is no longer queued for this attempt.
    private func queued(
        _ item: SealedItem, to peer: NodeID
    ) throws -> (item: SealedItem, place: Int64, row: DeliveryRecord)? {
        guard case .sent(let body) = item.entry.body else {
            throw StoreError(.internalError, object: item.identity.description)
        }
        guard let place = try place(of: item.identity),
            let found = try db.row(
                DeliveryColumns.select + " WHERE document = ? AND recipient = ?",
                [place, peer.text])
        else { return nil }
        let row = try DeliveryRecord(found, of: item.identity)
        return row.accepts(attempt: body.attempt) ? (item, place, row) : nil
    }

    mutating func record(_ batch: PeerBatchRecord) throws -> PeerBatchOutcome {
        try grow(batch.copy)
        var settled: [DocumentIdentity] = []
        var seen: Set<DocumentIdentity> = []
        for item in batch.settlements {
            let identity = DocumentIdentity(
                origin: self.identity.node, messageID: item.subject.messageID)
            if try settle(item, of: identity, by: batch.peer), seen.insert(identity).inserted {
                settled.append(identity)
            }
        }
        var admission = Admission()
        if !batch.admissions.isEmpty { admission.nextIndex = try ownLog(batch.ownLog).edge.size }
        for item in batch.admissions { try admit(item, of: batch, into: &admission) }
        let answers =
            admission.answers.isEmpty ? nil : try append(admission.answers, to: batch.ownLog)
        if let checkpoint = batch.ownCheckpoint { try keep(checkpoint, of: batch.ownLog) }
        if let cosignature = batch.cosignature { try keep(cosignature, of: batch.ownLog) }
        try appendLocal(batch.localEntries)
        return PeerBatchOutcome(
            answers: answers, admitted: admission.admitted, conflicts: admission.conflicts,
            settled: settled)
    }

    private func settle(
        _ item: SettlementItem, of identity: DocumentIdentity, by peer: NodeID
    ) throws -> Bool {
        try db.run(
            "DELETE FROM envelopes WHERE peer = ? AND sent_index = ?",
            [peer.text, try integerColumn(item.subject.sentIndex)])
        return try change(identity, recipient: peer) { $0.settle(item) }
    }

    private struct Admission {
        var nextIndex: UInt64 = 0
        var answers: [LogEntry] = []
        var admitted: [DocumentIdentity] = []
        var conflicts: [DocumentIdentity] = []
    }

    private func admit(
        _ item: AdmissionItem, of batch: PeerBatchRecord, into admission: inout Admission
    ) throws {
        let body: EntryBody
        switch item.verdict {
        case .reject(let code, let isRetryable):
            body = item.rejected(code, isRetryable: isRetryable)
        case .admit(let document, let effect):
            if let place = try insert(document, isOncePerTarget: false) {
                let receipt = Receipt(
                    log: batch.ownLog.text, index: admission.nextIndex, time: item.answerTime)
                try insert(
                    DeliveryRecord(
                        admitting: document.identity, at: identity.node,
                        attempt: item.sent.attempt, sentIndex: item.sentIndex,
                        sentAt: batch.timeOfSending(item), receipt: receipt),
                    document: place, urgency: document.urgency, expiresAt: document.expiresAt)
                try applyHeldEffects(on: document.identity)
                if let effect { try apply(effect) }
                admission.admitted.append(document.identity)
                body = item.received(content: document.content)
            } else if try content(of: document.identity) == document.content {
                body = item.received(content: document.content)
            } else {
                admission.conflicts.append(document.identity)
                body = item.rejected(.conflict, isRetryable: false)
            }
        }
        admission.answers.append(item.answer(body, index: admission.nextIndex))
        admission.nextIndex += 1
    }
}
