import EnlaceLog
import EnlaceModel
import EnlaceStore

extension InMemoryState {
    mutating func createLog(
        _ origin: LogOrigin, first: EntryDraft
    ) throws(StoreError) -> AppendedBatch {
        guard logs[origin] == nil else { throw StoreError(.logConflict, object: origin.text) }
        guard origin.owner == identity.node else {
            throw StoreError(.logUnknown, object: origin.text)
        }
        logs[origin] = Log(isOwn: true)
        return try append([first], to: origin)
    }

    /// The size of an own log, which is the index of its next entry.
    func nextIndex(of origin: LogOrigin) throws(StoreError) -> UInt64 {
        guard let log = logs[origin], log.isOwn else {
            throw StoreError(.logUnknown, object: origin.text)
        }
        return log.edge.size
    }

    mutating func append(
        _ drafts: [EntryDraft], to origin: LogOrigin
    ) throws(StoreError) -> AppendedBatch {
        let first = try nextIndex(of: origin)
        return try append(
            drafts.enumerated().map { offset, draft in
                LogEntry(index: first + UInt64(offset), draft: draft)
            }, to: origin)
    }

    mutating func append(
        _ entries: [LogEntry], to origin: LogOrigin
    ) throws(StoreError) -> AppendedBatch {
        guard var log = logs[origin], log.isOwn else {
            throw StoreError(.logUnknown, object: origin.text)
        }
        let first = log.edge.size
        let encoded = entries.map(\.encoded)
        for bytes in encoded { log.edge.append(leaf: hasher.leaf(bytes), hasher: hasher) }
        log.entries += encoded
        logs[origin] = log
        return AppendedBatch(firstIndex: first, entries: encoded, edge: log.edge)
    }

    mutating func appendLocal(_ drafts: [EntryDraft]) throws(StoreError) {
        guard !drafts.isEmpty else { return }
        _ = try append(drafts, to: identity.localLog)
    }

    mutating func grow(_ copy: VerifiedExtension) throws(StoreError) {
        guard copy.origin.owner != identity.node else {
            throw StoreError(.logUnknown, object: copy.origin.text)
        }
        var log = logs[copy.origin] ?? Log(isOwn: false)
        guard log.edge.size == copy.oldSize else {
            throw StoreError(
                .logConflict, object: copy.origin.text, context: ["size": "\(log.edge.size)"])
        }
        log.entries += copy.encodedEntries
        log.edge = copy.edge
        logs[copy.origin] = log
        try keep(CheckpointRecord(head: copy.head, note: copy.checkpointNote), of: copy.origin)
    }

    mutating func keep(
        _ checkpoint: CheckpointRecord, of origin: LogOrigin
    ) throws(StoreError) {
        guard var log = logs[origin] else { throw StoreError(.logUnknown, object: origin.text) }
        let head = checkpoint.head
        let kept = log.checkpoints[head.size]
        guard head.size <= log.edge.size, kept == nil || kept?.head == head,
            head.size < log.edge.size || head.root == log.edge.root(hasher: hasher)
        else { throw StoreError(.logInconsistent, object: origin.text) }
        log.checkpoints[head.size] = checkpoint
        logs[origin] = log
    }

    mutating func keep(_ cosignature: CosignatureRecord, of origin: LogOrigin) {
        if let kept = logs[origin]?.cosignature, kept.size > cosignature.size { return }
        logs[origin]?.cosignature = cosignature
    }

    func record(of origin: LogOrigin) -> LogRecord? {
        logs[origin].map { log in
            LogRecord(
                origin: origin, isOwn: log.isOwn, edge: log.edge,
                checkpoint: log.checkpoints.max { $0.key < $1.key }?.value,
                cosignature: log.cosignature)
        }
    }

    func entries(
        of origin: LogOrigin, from index: UInt64, limit: Int
    ) throws(StoreError) -> [[UInt8]] {
        guard let log = logs[origin] else { throw StoreError(.logUnknown, object: origin.text) }
        guard index < log.edge.size else { return [] }
        return Array(log.entries[Int(index)...].prefix(max(limit, 0)))
    }
}
