import EnlaceModel
import EnlaceStore
import GRDB

/// The columns of a delivery, in the order in which rows are read.
enum DeliveryColumns {
    private static let all = [
        "recipient", "state", "attempt", "sent_index", "next_attempt_at", "queued_at", "sent_at",
        "received_at", "read_at", "acknowledged_at", "reason", "receipt_log", "receipt_index",
        "receipt_time",
    ]

    static let count = all.count
    static let select = "SELECT \(all.joined(separator: ", ")) FROM deliveries"

    static func names(of table: String) -> String {
        all.map { "\(table).\($0)" }.joined(separator: ", ")
    }
}

extension DeliveryRecord {
    init(_ row: StoredRow, of identity: DocumentIdentity) throws(StoreError) {
        self.init(
            identity: identity, recipient: try row.node(0), state: try row.code(1),
            attempt: try row.small(2), sentIndex: try row.isNull(3) ? nil : try row.count(3),
            nextAttemptAt: try row.time(4), queuedAt: try row.time(5),
            sentAt: try row.timeIfAny(6), receivedAt: try row.timeIfAny(7),
            readAt: try row.timeIfAny(8), acknowledgedAt: try row.timeIfAny(9),
            reason: try row.isNull(10) ? nil : try row.code(10),
            receipt: try row.isNull(11)
                ? nil
                : Receipt(
                    log: try row.text(11), index: try row.count(12), time: try row.time(13)))
    }

    /// State and all that follows it, in the order of the columns.
    func columns() throws(StoreError) -> StatementArguments {
        [
            state.rawValue, Int64(attempt), try sentIndex.column(), try nextAttemptAt.column(),
            try queuedAt.column(), try sentAt.column(), try receivedAt.column(),
            try readAt.column(), try acknowledgedAt.column(), reason?.rawValue, receipt?.log,
            try (receipt?.index).column(), try (receipt?.time).column(),
        ]
    }
}

extension Optional<Timestamp> {
    func column() throws(StoreError) -> Int64? {
        guard let self else { return nil }
        return try self.column()
    }
}

extension Optional<UInt64> {
    func column() throws(StoreError) -> Int64? {
        guard let self else { return nil }
        return try integerColumn(self)
    }
}

extension Database {
    func deliveries(of place: Int64, _ identity: DocumentIdentity) throws -> [DeliveryRecord] {
        try rows(
            DeliveryColumns.select + " WHERE document = ? ORDER BY recipient", [place]
        ) { try DeliveryRecord($0, of: identity) }
    }
}
