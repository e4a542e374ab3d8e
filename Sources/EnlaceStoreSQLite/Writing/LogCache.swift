import EnlaceLog

/// The right edges of the logs as the running transaction sees them, so that appending neither
/// reads nor rewrites a row for every entry.
///
/// Owned by the writer. A transaction or savepoint that rolls back puts the cache back with it.
struct LogCache: Sendable {
    struct Log: Sendable {
        let id: Int64
        let isOwn: Bool
        var edge: TreeEdge
        /// Whether the row still holds an older edge.
        var isDirty = false
    }

    var logs: [LogOrigin: Log] = [:]
}
