package import EnlaceLog

/// The node's own logs and its verified copies of its peers'.
package protocol LogStore: Sendable {
    /// Creates an own log with entry 0; refused when it exists.
    func createLog(_ origin: LogOrigin, first: EntryDraft) async throws(StoreError) -> AppendedBatch

    func logs() async throws(StoreError) -> [LogRecord]

    func log(_ origin: LogOrigin) async throws(StoreError) -> LogRecord?

    /// Appends to an own log.
    func append(
        _ drafts: [EntryDraft], to origin: LogOrigin
    ) async throws(StoreError) -> AppendedBatch

    /// At most `limit` entries from an index on, in order; own logs and copies alike.
    func entries(
        of origin: LogOrigin, from index: UInt64, limit: Int
    ) async throws(StoreError) -> [[UInt8]]

    /// Keeps a signed checkpoint of an own log.
    func recordCheckpoint(
        _ checkpoint: CheckpointRecord, of origin: LogOrigin
    ) async throws(StoreError)

    /// The signed checkpoint of exactly this size, if one was kept.
    func checkpoint(
        of origin: LogOrigin, size: UInt64
    ) async throws(StoreError) -> CheckpointRecord?
}
