package import EnlaceLog
package import EnlaceModel

/// Documents, their deliveries and their readings. Every method that records is one transaction,
/// durable when it returns; several may share one sync.
package protocol DocumentStore: Sendable {
    /// The next number of this node and year; numbers are never given twice, gaps are allowed.
    func reserveReference(year: Int) async throws(StoreError) -> DocumentReference

    func recordSubmission(_ record: SubmissionRecord) async throws(StoreError) -> SubmissionOutcome

    /// Rows to the peer that are queued and due, the urgent first, the longest waiting next.
    func dueForSealing(
        to peer: NodeID, now: Timestamp, limit: Int
    ) async throws(StoreError) -> [QueuedDelivery]

    /// The peers that have queued rows, with the earliest time at which one is due.
    func queuedPeers() async throws(StoreError) -> [NodeID: Timestamp]

    /// `nil` when nothing was appended because no item was still queued and there were no others.
    func recordSealing(_ record: SealingRecord) async throws(StoreError) -> AppendedBatch?

    /// Envelopes to the peer that have not settled, by index of their SENT entries in `range`.
    func envelopesInFlight(
        to peer: NodeID, in range: Range<UInt64>
    ) async throws(StoreError) -> [EnvelopeInFlight]

    func recordPeerBatch(_ record: PeerBatchRecord) async throws(StoreError) -> PeerBatchOutcome

    /// Records a reading; the first of a received document also moves its state and appends READ to
    /// the channel log `log`. Returns whether it was the first.
    func recordReading(
        _ reading: ReadingRecord, readEntry: EntryDraft?, log: LogOrigin?,
        localEntries: [EntryDraft]
    ) async throws(StoreError) -> Bool

    /// Takes back the rows that are still queued; returns every row as it then stands.
    func recordWithdrawal(
        of identity: DocumentIdentity, localEntries: [EntryDraft], at: Timestamp
    ) async throws(StoreError) -> [DeliveryRecord]

    /// Queues again the rows that were rejected or have expired at the recipient given, or at all.
    func recordResending(
        of identity: DocumentIdentity, recipient: NodeID?, localEntries: [EntryDraft],
        at: Timestamp
    ) async throws(StoreError) -> [DeliveryRecord]

    /// Expires rows that are queued or sent and whose time is over at `cutoff`; appends one EXPIRED
    /// local entry for each by `entry`.
    func recordExpiry(
        before cutoff: Timestamp, at: Timestamp,
        entry: @Sendable @escaping (DocumentIdentity, NodeID) -> EntryDraft
    ) async throws(StoreError) -> [DeliveryRecord]

    func document(_ identity: DocumentIdentity) async throws(StoreError) -> DocumentItem?

    /// All documents that a reference or message identifier in text names.
    func documents(named text: String) async throws(StoreError) -> [DocumentItem]

    func documents(_ query: DocumentQuery) async throws(StoreError) -> DocumentPage

    func readings(of identity: DocumentIdentity) async throws(StoreError) -> [ReadingRecord]

    /// The document of this type by which the node answered the target, if it did.
    func answer(
        to target: DocumentIdentity, type: DocumentType, by node: NodeID
    ) async throws(StoreError) -> DocumentIdentity?

    /// How many rows stand in each state, by peer.
    func deliveryCounts() async throws(StoreError) -> [NodeID: [DeliveryState: Int]]

    /// Writes the wrapped keys of all documents of an old storage epoch anew.
    func recordRewrapping(
        epoch: UInt32, rewrap: @Sendable @escaping (ProtectedBytes) throws -> ProtectedBytes
    ) async throws(StoreError) -> Int
}
