import EnlaceLog
import EnlaceModel
import EnlaceStore

extension InMemoryState {
    func due(to peer: NodeID, now: Timestamp, limit: Int) -> [QueuedDelivery] {
        let due = documents.flatMap { document in
            document.deliveries.compactMap { row in
                row.recipient == peer && row.state == .queued && row.nextAttemptAt <= now
                    ? (document, row) : nil
            }
        }
        // The sort is stable: equal rows stay in the order of storing.
        let ordered = due.sorted { left, right in
            let urgencies = (left.0.record.urgency, right.0.record.urgency)
            return urgencies.0 == urgencies.1
                ? left.1.queuedAt < right.1.queuedAt : urgencies.0 > urgencies.1
        }
        return ordered.prefix(max(limit, 0)).map { document, row in
            QueuedDelivery(
                document: document.current, recipient: peer, attempt: row.attempt + 1)
        }
    }

    func queuedPeers() -> [NodeID: Timestamp] {
        var peers: [NodeID: Timestamp] = [:]
        for row in documents.flatMap(\.deliveries) where row.state == .queued {
            peers[row.recipient] = min(peers[row.recipient] ?? row.nextAttemptAt, row.nextAttemptAt)
        }
        return peers
    }

    mutating func seal(_ record: SealingRecord) throws(StoreError) -> AppendedBatch? {
        var items: [(SealedItem, SentBody)] = []
        for item in record.items {
            guard case .sent(let body) = item.entry.body else {
                throw StoreError(.internalError, object: item.identity.description)
            }
            if isQueued(item.identity, to: record.peer, attempt: body.attempt) {
                items.append((item, body))
            }
        }
        guard !items.isEmpty || !record.otherEntries.isEmpty else { return nil }
        let batch = try append(record.otherEntries + items.map(\.0.entry), to: record.log)
        var index = batch.firstIndex + UInt64(record.otherEntries.count)
        for (item, body) in items {
            change(item.identity, recipient: record.peer) {
                $0.seal(attempt: body.attempt, index: index, at: item.entry.time)
            }
            envelopes[record.peer, default: [:]][index] = EnvelopeInFlight(
                index: index, clearHeader: item.clearHeader, envelope: item.envelope)
            index += 1
        }
        try appendLocal(record.localEntries)
        return batch
    }

    private func isQueued(
        _ identity: DocumentIdentity, to peer: NodeID, attempt: UInt32
    ) -> Bool {
        guard let place = places[identity] else { return false }
        return documents[place].deliveries.contains { row in
            row.recipient == peer && row.accepts(attempt: attempt)
        }
    }

    mutating func record(_ batch: PeerBatchRecord) throws(StoreError) -> PeerBatchOutcome {
        try grow(batch.copy)
        var settled: [DocumentIdentity] = []
        for item in batch.settlements where settle(item, by: batch.peer) {
            let identity = DocumentIdentity(
                origin: self.identity.node, messageID: item.subject.messageID)
            if !settled.contains(identity) { settled.append(identity) }
        }
        var answers: [LogEntry] = []
        var admitted: [DocumentIdentity] = []
        var conflicts: [DocumentIdentity] = []
        var index = batch.admissions.isEmpty ? 0 : try nextIndex(of: batch.ownLog)
        for item in batch.admissions {
            let body = admit(
                item, of: batch, index: index, admitted: &admitted, conflicts: &conflicts)
            answers.append(item.answer(body, index: index))
            index += 1
        }
        let appended = answers.isEmpty ? nil : try append(answers, to: batch.ownLog)
        if let checkpoint = batch.ownCheckpoint { try keep(checkpoint, of: batch.ownLog) }
        if let cosignature = batch.cosignature { keep(cosignature, of: batch.ownLog) }
        try appendLocal(batch.localEntries)
        return PeerBatchOutcome(
            answers: appended, admitted: admitted, conflicts: conflicts, settled: settled)
    }

    private mutating func settle(_ item: SettlementItem, by peer: NodeID) -> Bool {
        let (messageID, sentIndex) = item.subject
        envelopes[peer]?[sentIndex] = nil
        let identity = DocumentIdentity(origin: self.identity.node, messageID: messageID)
        return change(identity, recipient: peer) { $0.settle(item) }
    }

    private mutating func admit(
        _ item: AdmissionItem, of batch: PeerBatchRecord, index: UInt64,
        admitted: inout [DocumentIdentity], conflicts: inout [DocumentIdentity]
    ) -> EntryBody {
        switch item.verdict {
        case .reject(let code, let isRetryable):
            return item.rejected(code, isRetryable: isRetryable)
        case .admit(let document, let effect):
            if let place = places[document.identity] {
                guard documents[place].record.content == document.content else {
                    conflicts.append(document.identity)
                    return item.rejected(.conflict, isRetryable: false)
                }
                return item.received(content: document.content)
            }
            let receipt = Receipt(log: batch.ownLog.text, index: index, time: item.answerTime)
            let row = DeliveryRecord(
                admitting: document.identity, at: identity.node, attempt: item.sent.attempt,
                sentIndex: item.sentIndex, sentAt: batch.timeOfSending(item), receipt: receipt)
            insert(document, isOncePerTarget: false, deliveries: [row])
            admitted.append(document.identity)
            if let effect { apply(effect) }
            return item.received(content: document.content)
        }
    }
}
