import EnlaceModel

/// An auditor's own check of a whole log: entries come in chunks, in order, from the first on, and
/// the root is recomputed on the auditor's machine. Holds only the right edge, so that memory does
/// not grow with the log.
///
/// Give all chunks to `add`, then the newest signed checkpoint to `finish`. The first contradiction
/// is thrown; after it the verification is void.
package struct AuditVerification: Sendable {
    private let origin: LogOrigin
    private let remembered: TreeHead?
    private let checkpoints: CheckpointVerifier
    private let hasher: TreeHasher
    private var edge = TreeEdge()

    /// `remembered` is the head that this auditor saw last of this log, `nil` the first time;
    /// `witnesses` are those whose cosignatures are to be verified and reported.
    package init(
        origin: LogOrigin, remembered: TreeHead?, logKey: NoteVerifier,
        witnesses: [NoteVerifier] = [], primitives: LogPrimitives
    ) {
        self.origin = origin
        self.remembered = remembered
        checkpoints = CheckpointVerifier(
            logKey: logKey, witnesses: witnesses, primitives: primitives)
        hasher = primitives.hasher
    }

    /// How many entries were added; the index of the next one.
    package var count: UInt64 { edge.size }

    /// Adds the next entries and gives them decoded.
    ///
    /// - Throws: `LOG_ENTRY_MALFORMED`, `LOG_GAP` naming the entry, and `LOG_INCONSISTENT` when the
    ///   log does not begin with what was remembered.
    @discardableResult
    package mutating func add(_ chunk: [[UInt8]]) throws(LogError) -> [LogEntry] {
        var entries: [LogEntry] = []
        entries.reserveCapacity(chunk.count)
        if edge.size == 0 { try compareWithRemembered() }
        for bytes in chunk {
            let entry = try LogEntry(bytes, at: edge.size)
            try entry.checkPlace(in: origin)
            edge.append(leaf: hasher.leaf(bytes), hasher: hasher)
            try compareWithRemembered()
            entries.append(entry)
        }
        return entries
    }

    /// Compares all that was added with the newest signed checkpoint, which is then the one to
    /// remember.
    ///
    /// - Throws: `NOTE_MALFORMED`, `LOG_UNKNOWN`, `LOG_BAD_SIGNATURE`; `LOG_INCONSISTENT` when the
    ///   checkpoint is smaller than the remembered head or has another root than the entries;
    ///   `LOG_GAP` when there are fewer or more entries than it says.
    package func finish(checkpoint bytes: [UInt8]) throws(LogError) -> CosignedCheckpoint {
        let opened = try checkpoints.open(bytes)
        guard opened.checkpoint.isOf(origin) else {
            throw LogError(.logUnknown, object: VisibleText.make(opened.checkpoint.origin))
        }
        if let remembered, opened.head.size < remembered.size {
            throw inconsistent(at: opened.head.size, expected: remembered.size)
        }
        guard opened.head.size == edge.size else {
            throw LogError(
                .logGap, object: origin.text,
                context: ["size": "\(edge.size)", "expected": "\(opened.head.size)"])
        }
        guard opened.head.root == edge.root(hasher: hasher) else {
            throw inconsistent(at: edge.size, expected: edge.size)
        }
        return opened
    }

    private func compareWithRemembered() throws(LogError) {
        guard let remembered, remembered.size == edge.size else { return }
        guard remembered.root == edge.root(hasher: hasher) else {
            throw inconsistent(at: edge.size, expected: remembered.size)
        }
    }

    private func inconsistent(at size: UInt64, expected: UInt64) -> LogError {
        LogError(
            .logInconsistent, object: origin.text,
            context: ["size": "\(size)", "expected": "\(expected)"])
    }
}
