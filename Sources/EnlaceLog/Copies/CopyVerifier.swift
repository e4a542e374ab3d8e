import EnlaceModel

/// Judges whether a batch of entries extends the copy held of another node's log (design §5).
///
/// Recomputing the root from the held right edge is the consistency check and the proof of every
/// entry at once. Results carry the names of C2SP tlog-witness.
package struct CopyVerifier: Sendable {
    private struct Leaves {
        var entries: [LogEntry] = []
        var hashes: [SHA256Digest] = []
    }

    private let origin: LogOrigin
    private let checkpoints: CheckpointVerifier
    private let hasher: TreeHasher

    /// `logKey` must be named after `origin`; `witnesses` are those whose cosignatures count.
    package init(
        origin: LogOrigin, logKey: NoteVerifier, witnesses: [NoteVerifier] = [],
        primitives: LogPrimitives
    ) {
        self.origin = origin
        self.checkpoints = CheckpointVerifier(
            logKey: logKey, witnesses: witnesses, primitives: primitives)
        self.hasher = primitives.hasher
    }

    /// Checks that `entries` stand at `oldSize` and following, and that the signed checkpoint is
    /// the head after them.
    ///
    /// - Throws: `LOG_BAD_REQUEST` malformed note, or a size that the entries do not reach;
    ///   `LOG_UNKNOWN` another origin; `LOG_BAD_SIGNATURE`; `LOG_CONFLICT` the copy held has
    ///   another size, named in the context as `size`; `LOG_ENTRY_MALFORMED`; `LOG_GAP` an entry
    ///   that claims another index; `LOG_INCONSISTENT` another root: the batch is then evidence.
    package func extend(
        held: TreeEdge, oldSize: UInt64, entries: [[UInt8]], checkpoint bytes: [UInt8]
    ) throws(LogError) -> VerifiedExtension {
        let checkpoint = try open(bytes)
        let count = UInt64(entries.count)
        guard oldSize <= checkpoint.head.size, checkpoint.head.size - oldSize == count else {
            throw LogError(
                .logBadRequest, object: origin.text,
                context: ["reason": "\(oldSize) + \(count) ≠ \(checkpoint.head.size)"])
        }
        guard oldSize == held.size else {
            throw LogError(.logConflict, object: origin.text, context: ["size": "\(held.size)"])
        }
        let leaves = try read(entries, from: oldSize)
        var edge = held
        for hash in leaves.hashes { edge.append(leaf: hash, hasher: hasher) }
        guard edge.root(hasher: hasher) == checkpoint.head.root else {
            throw LogError(
                .logInconsistent, object: origin.text, context: ["size": "\(edge.size)"])
        }
        return VerifiedExtension(
            origin: origin, oldSize: oldSize, encodedEntries: entries, entries: leaves.entries,
            leafHashes: leaves.hashes, edge: edge, checkpoint: checkpoint)
    }

    private func open(_ bytes: [UInt8]) throws(LogError) -> CosignedCheckpoint {
        let opened: CosignedCheckpoint
        do {
            opened = try checkpoints.open(bytes)
        } catch {
            guard error.code == .noteMalformed else { throw error }
            throw LogError(
                .logBadRequest, object: origin.text, context: ["reason": error.code.rawValue])
        }
        guard opened.checkpoint.isOf(origin) else {
            throw LogError(.logUnknown, object: VisibleText.make(opened.checkpoint.origin))
        }
        return opened
    }

    private func read(_ entries: [[UInt8]], from first: UInt64) throws(LogError) -> Leaves {
        var leaves = Leaves()
        for (offset, bytes) in entries.enumerated() {
            let entry = try LogEntry(bytes, at: first + UInt64(offset))
            try entry.checkPlace(in: origin)
            leaves.entries.append(entry)
            leaves.hashes.append(hasher.leaf(bytes))
        }
        return leaves
    }
}
