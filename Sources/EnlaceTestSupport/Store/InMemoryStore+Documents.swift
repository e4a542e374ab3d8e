package import EnlaceLog
package import EnlaceModel
package import EnlaceStore

extension InMemoryStore {
    package func reserveReference(year: Int) async throws(StoreError) -> DocumentReference {
        try transaction { state throws(StoreError) in try state.reserve(year: year) }
    }

    package func recordSubmission(
        _ record: SubmissionRecord
    ) async throws(StoreError) -> SubmissionOutcome {
        try transaction { state throws(StoreError) in try state.submit(record) }
    }

    package func dueForSealing(
        to peer: NodeID, now: Timestamp, limit: Int
    ) async throws(StoreError) -> [QueuedDelivery] {
        try transaction { state throws(StoreError) in
            state.due(to: peer, now: now, limit: limit)
        }
    }

    package func queuedPeers() async throws(StoreError) -> [NodeID: Timestamp] {
        try transaction { state throws(StoreError) in state.queuedPeers() }
    }

    package func recordSealing(
        _ record: SealingRecord
    ) async throws(StoreError) -> AppendedBatch? {
        try transaction { state throws(StoreError) in try state.seal(record) }
    }

    package func envelopesInFlight(
        to peer: NodeID, in range: Range<UInt64>
    ) async throws(StoreError) -> [EnvelopeInFlight] {
        try transaction { state throws(StoreError) in
            (state.envelopes[peer] ?? [:]).values.filter { range.contains($0.index) }
                .sorted { $0.index < $1.index }
        }
    }

    package func recordPeerBatch(
        _ record: PeerBatchRecord
    ) async throws(StoreError) -> PeerBatchOutcome {
        try transaction { state throws(StoreError) in try state.record(record) }
    }

    package func recordReading(
        _ reading: ReadingRecord, readEntry: EntryDraft?, log: LogOrigin?,
        localEntries: [EntryDraft]
    ) async throws(StoreError) -> Bool {
        try transaction { state throws(StoreError) in
            try state.read(reading, readEntry: readEntry, log: log, localEntries: localEntries)
        }
    }

    package func recordWithdrawal(
        of identity: DocumentIdentity, localEntries: [EntryDraft], at: Timestamp
    ) async throws(StoreError) -> [DeliveryRecord] {
        try transaction { state throws(StoreError) in
            try state.changeRows(of: identity, localEntries: localEntries) { $0.withdraw() }
        }
    }

    package func recordResending(
        of identity: DocumentIdentity, recipient: NodeID?, localEntries: [EntryDraft],
        at: Timestamp
    ) async throws(StoreError) -> [DeliveryRecord] {
        try transaction { state throws(StoreError) in
            try state.changeRows(of: identity, localEntries: localEntries) { row in
                if recipient == nil || row.recipient == recipient { row.queueAgain(at: at) }
            }
        }
    }

    package func recordExpiry(
        before cutoff: Timestamp, at: Timestamp,
        entry: @Sendable @escaping (DocumentIdentity, NodeID) -> EntryDraft
    ) async throws(StoreError) -> [DeliveryRecord] {
        try transaction { state throws(StoreError) in
            try state.expire(before: cutoff, entry: entry)
        }
    }

    package func document(
        _ identity: DocumentIdentity
    ) async throws(StoreError) -> DocumentItem? {
        try transaction { state throws(StoreError) in state.item(identity) }
    }

    package func documents(named text: String) async throws(StoreError) -> [DocumentItem] {
        try transaction { state throws(StoreError) in state.items(named: text) }
    }

    package func documents(_ query: DocumentQuery) async throws(StoreError) -> DocumentPage {
        try transaction { state throws(StoreError) in try state.page(query) }
    }

    package func readings(
        of identity: DocumentIdentity
    ) async throws(StoreError) -> [ReadingRecord] {
        try transaction { state throws(StoreError) in
            state.places[identity].map { state.documents[$0].readings } ?? []
        }
    }

    package func answer(
        to target: DocumentIdentity, type: DocumentType, by node: NodeID
    ) async throws(StoreError) -> DocumentIdentity? {
        try transaction { state throws(StoreError) in
            state.answer(to: target, type: type, by: node)
        }
    }

    package func deliveryCounts() async throws(StoreError) -> [NodeID: [DeliveryState: Int]] {
        try transaction { state throws(StoreError) in state.counts() }
    }

    package func recordRewrapping(
        epoch: UInt32, rewrap: @Sendable @escaping (ProtectedBytes) throws -> ProtectedBytes
    ) async throws(StoreError) -> Int {
        try transaction { state throws(StoreError) in try state.rewrap(epoch: epoch, rewrap) }
    }
}
