package import EnlaceLog
package import EnlaceModel
package import EnlaceStore

extension SQLiteStore {
    package func reserveReference(year: Int) async throws(StoreError) -> DocumentReference {
        try await writer.write { try $0.reserve(year: year) }
    }

    package func recordSubmission(
        _ record: SubmissionRecord
    ) async throws(StoreError) -> SubmissionOutcome {
        try await writer.write(byteCount: record.byteCount) { try $0.submit(record) }
    }

    package func dueForSealing(
        to peer: NodeID, now: Timestamp, limit: Int
    ) async throws(StoreError) -> [QueuedDelivery] {
        try await read { try $0.due(to: peer, now: now, limit: limit) }
    }

    package func queuedPeers() async throws(StoreError) -> [NodeID: Timestamp] {
        try await read { try $0.queuedPeers() }
    }

    package func recordSealing(
        _ record: SealingRecord
    ) async throws(StoreError) -> AppendedBatch? {
        try await writer.write(byteCount: record.byteCount) { try $0.seal(record) }
    }

    package func envelopesInFlight(
        to peer: NodeID, in range: Range<UInt64>
    ) async throws(StoreError) -> [EnvelopeInFlight] {
        try await read { try $0.envelopes(to: peer, in: range) }
    }

    package func recordPeerBatch(
        _ record: PeerBatchRecord
    ) async throws(StoreError) -> PeerBatchOutcome {
        try await writer.write(byteCount: record.byteCount) { try $0.record(record) }
    }

    package func recordReading(
        _ reading: ReadingRecord, readEntry: EntryDraft?, log: LogOrigin?,
        localEntries: [EntryDraft]
    ) async throws(StoreError) -> Bool {
        try await writer.write {
            try $0.read(reading, readEntry: readEntry, log: log, localEntries: localEntries)
        }
    }

    package func recordWithdrawal(
        of identity: DocumentIdentity, localEntries: [EntryDraft], at: Timestamp
    ) async throws(StoreError) -> [DeliveryRecord] {
        try await writer.write { transaction in
            let rows = try transaction.changeAll(identity) { $0.withdraw() }
            try transaction.appendLocal(localEntries)
            return rows
        }
    }

    package func recordResending(
        of identity: DocumentIdentity, recipient: NodeID?, localEntries: [EntryDraft],
        at: Timestamp
    ) async throws(StoreError) -> [DeliveryRecord] {
        try await writer.write { transaction in
            let rows = try transaction.changeAll(identity) { row in
                if recipient == nil || row.recipient == recipient { row.queueAgain(at: at) }
            }
            try transaction.appendLocal(localEntries)
            return rows
        }
    }

    package func recordExpiry(
        before cutoff: Timestamp, at: Timestamp,
        entry: @Sendable @escaping (DocumentIdentity, NodeID) -> EntryDraft
    ) async throws(StoreError) -> [DeliveryRecord] {
        try await writer.write { transaction in
            let expired = try transaction.expire(before: cutoff, entry: entry)
            try transaction.appendLocal(expired.entries)
            return expired.rows
        }
    }

    package func document(
        _ identity: DocumentIdentity
    ) async throws(StoreError) -> DocumentItem? {
        try readAtOnce { try $0.item(identity) }
    }

    package func documents(named text: String) async throws(StoreError) -> [DocumentItem] {
        try await read { try $0.items(named: text) }
    }

    package func documents(_ query: DocumentQuery) async throws(StoreError) -> DocumentPage {
        try await read { try DocumentListing(query).page($0) }
    }

    package func readings(
        of identity: DocumentIdentity
    ) async throws(StoreError) -> [ReadingRecord] {
        try readAtOnce { try $0.readings(of: identity) }
    }

    package func answer(
        to target: DocumentIdentity, type: DocumentType, by node: NodeID
    ) async throws(StoreError) -> DocumentIdentity? {
        try readAtOnce { try $0.answer(to: target, type: type, by: node) }
    }

    package func deliveryCounts() async throws(StoreError) -> [NodeID: [DeliveryState: Int]] {
        try await read { try $0.deliveryCounts() }
    }

    package func recordRewrapping(
        epoch: UInt32, rewrap: @Sendable @escaping (ProtectedBytes) throws -> ProtectedBytes
    ) async throws(StoreError) -> Int {
        try await writer.write { try $0.rewrap(epoch: epoch, rewrap) }
    }
}
