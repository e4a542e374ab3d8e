import EnlaceLog
import EnlaceModel
import EnlaceStore
import GRDB

extension WriteTransaction {
    private mutating func logIfAny(_ origin: LogOrigin) throws -> LogCache.Log? {
        if let log = cache.logs[origin] { return log }
        let found = try db.row("SELECT id, is_own, edge FROM logs WHERE origin = ?", [origin.text])
        guard let row = found else { return nil }
        let log = LogCache.Log(
            id: try row.integer(0), isOwn: try row.integer(1) == 1, edge: try row.edge(2))
        cache.logs[origin] = log
        return log
    }

    mutating func log(_ origin: LogOrigin) throws -> LogCache.Log {
        guard let log = try logIfAny(origin) else {
            throw StoreError(.logUnknown, object: origin.text)
        }
        return log
    }

    mutating func ownLog(_ origin: LogOrigin) throws -> LogCache.Log {
        let log = try log(origin)
        guard log.isOwn else { throw StoreError(.logUnknown, object: origin.text) }
        return log
    }

    private mutating func addLog(_ origin: LogOrigin, isOwn: Bool) throws -> LogCache.Log {
        try db.run(
            "INSERT INTO logs (origin, is_own, edge) VALUES (?, ?, ?)",
            [origin.text, isOwn ? 1 : 0, TreeEdge().encoded.blob])
        let log = LogCache.Log(id: db.lastInsertedRowID, isOwn: isOwn, edge: TreeEdge())
        cache.logs[origin] = log
        return log
    }

    mutating func createLog(_ origin: LogOrigin, first: EntryDraft) throws -> AppendedBatch {
        guard origin.owner == identity.node else {
            throw StoreError(.logUnknown, object: origin.text)
        }
        guard try logIfAny(origin) == nil else {
            throw StoreError(.logConflict, object: origin.text)
        }
        _ = try addLog(origin, isOwn: true)
        return try append([first], to: origin)
    }

    mutating func append(_ drafts: [EntryDraft], to origin: LogOrigin) throws -> AppendedBatch {
        let first = try ownLog(origin).edge.size
        return try append(
            drafts.enumerated().map { LogEntry(index: first + UInt64($0), draft: $1) }, to: origin)
    }

    /// Appends entries that carry the indexes they get.
    mutating func append(_ entries: [LogEntry], to origin: LogOrigin) throws -> AppendedBatch {
        var log = try ownLog(origin)
        let first = log.edge.size
        var encoded: [[UInt8]] = []
        encoded.reserveCapacity(entries.count)
        for entry in entries {
            guard entry.index == log.edge.size else {
                throw StoreError(.internalError, object: origin.text)
            }
            let bytes = entry.encoded
            try insert(bytes, at: log.edge.size, of: log.id)
            log.edge.append(leaf: hasher.leaf(bytes), hasher: hasher)
            encoded.append(bytes)
        }
        log.isDirty = true
        cache.logs[origin] = log
        return AppendedBatch(firstIndex: first, entries: encoded, edge: log.edge)
    }

    mutating func appendLocal(_ drafts: [EntryDraft]) throws {
        guard !drafts.isEmpty else { return }
        _ = try append(drafts, to: identity.localLog)
    }

    private func insert(_ bytes: [UInt8], at index: UInt64, of log: Int64) throws {
        try db.run(
            "INSERT INTO log_entries (log, position, bytes) VALUES (?, ?, ?)",
            [log, try integerColumn(index), bytes.blob])
    }

    mutating func grow(_ copy: VerifiedExtension) throws {
        guard copy.origin.owner != identity.node else {
            throw StoreError(.logUnknown, object: copy.origin.text)
        }
        var log = try logIfAny(copy.origin) ?? addLog(copy.origin, isOwn: false)
        guard log.edge.size == copy.oldSize else {
            throw StoreError(
                .logConflict, object: copy.origin.text, context: ["size": "\(log.edge.size)"])
        }
        for (offset, bytes) in copy.encodedEntries.enumerated() {
            try insert(bytes, at: copy.oldSize + UInt64(offset), of: log.id)
        }
        log.edge = copy.edge
        log.isDirty = true
        cache.logs[copy.origin] = log
        try keep(CheckpointRecord(head: copy.head, note: copy.checkpointNote), of: copy.origin)
    }

    mutating func keep(_ checkpoint: CheckpointRecord, of origin: LogOrigin) throws {
        let log = try log(origin)
        let head = checkpoint.head
        guard head.size <= log.edge.size,
            head.size < log.edge.size || head.root == log.edge.root(hasher: hasher)
        else { throw StoreError(.logInconsistent, object: origin.text) }
        // A kept checkpoint is replaced only by one with the same root.
        try db.run(
            """
            INSERT INTO checkpoints (log, size, root, note) VALUES (?, ?, ?, ?)
            ON CONFLICT (log, size) DO UPDATE SET note = excluded.note
            WHERE root = excluded.root
            """,
            [log.id, try integerColumn(head.size), head.root.blob, checkpoint.note.blob])
        guard db.changesCount == 1 else {
            throw StoreError(.logInconsistent, object: origin.text)
        }
    }

    mutating func keep(_ cosignature: CosignatureRecord, of origin: LogOrigin) throws {
        let size = try integerColumn(cosignature.size)
        try db.run(
            """
            UPDATE logs SET cosignature_size = ?, cosignature_line = ?
            WHERE id = ? AND (cosignature_size IS NULL OR cosignature_size <= ?)
            """, [size, cosignature.line, try log(origin).id, size])
    }
}
