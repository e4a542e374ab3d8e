import EnlaceLog
import EnlaceModel
import EnlaceStore
import GRDB

extension Database {
    private static let logColumns = """
        SELECT l.origin, l.is_own, l.edge, l.cosignature_size, l.cosignature_line,
            c.size, c.root, c.note
        FROM logs l LEFT JOIN checkpoints c
            ON c.log = l.id AND c.size = (SELECT max(size) FROM checkpoints WHERE log = l.id)
        """

    func logs() throws -> [LogRecord] {
        try rows(Self.logColumns + " ORDER BY l.origin", [], record)
    }

    func log(_ origin: LogOrigin) throws -> LogRecord? {
        try row(Self.logColumns + " WHERE l.origin = ?", [origin.text]).map(record)
    }

    private func record(_ row: StoredRow) throws -> LogRecord {
        LogRecord(
            origin: try row.make(0, LogOrigin.init), isOwn: try row.integer(1) == 1,
            edge: try row.edge(2),
            checkpoint: try row.isNull(5) ? nil : try checkpoint(row, from: 5),
            cosignature: try row.isNull(3)
                ? nil : CosignatureRecord(size: try row.count(3), line: try row.text(4)))
    }

    private func checkpoint(_ row: StoredRow, from column: Int) throws -> CheckpointRecord {
        CheckpointRecord(
            head: TreeHead(size: try row.count(column), root: try row.digest(column + 1)),
            note: try row.bytes(column + 2))
    }

    func checkpoint(of origin: LogOrigin, size: UInt64) throws -> CheckpointRecord? {
        guard let size = Int64(exactly: size) else { return nil }
        return try row(
            """
            SELECT c.size, c.root, c.note FROM checkpoints c JOIN logs l ON l.id = c.log
            WHERE l.origin = ? AND c.size = ?
            """, [origin.text, size]
        ).map { try checkpoint($0, from: 0) }
    }

    func entries(of origin: LogOrigin, from index: UInt64, limit: Int) throws -> [[UInt8]] {
        guard let log = try row("SELECT id FROM logs WHERE origin = ?", [origin.text]) else {
            throw StoreError(.logUnknown, object: origin.text)
        }
        guard let first = Int64(exactly: index) else { return [] }
        return try rows(
            """
            SELECT bytes FROM log_entries WHERE log = ? AND position >= ?
            ORDER BY position LIMIT ?
            """, [try log.integer(0), first, max(limit, 0)]
        ) { try $0.bytes(0) }
    }
}
