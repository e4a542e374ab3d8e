import EnlaceModel

/// The growth of a peer's channel log as it came: sizes and counts are right, nothing else is known.
package struct UnverifiedBatch: Sendable, Equatable {
    /// An envelope with its clear header and the index of its SENT entry in the sender's log.
    package struct Sealed: Sendable, Equatable {
        package let index: UInt64
        package let clearHeader: [UInt8]
        package let envelope: [UInt8]

        package init(index: UInt64, clearHeader: [UInt8], envelope: [UInt8]) {
            self.index = index
            self.clearHeader = clearHeader
            self.envelope = envelope
        }
    }

    /// A signature line of a C2SP note on the receiver's checkpoint of this size.
    package struct StatedCosignature: Sendable, Equatable {
        package let size: UInt64
        package let line: String

        package init(size: UInt64, line: String) {
            self.size = size
            self.line = line
        }
    }

    /// The size of the log before the first of `entries`.
    package let oldSize: UInt64
    /// Exact bytes of the entries `oldSize` up to `newSize`.
    package let entries: [[UInt8]]
    /// In the order of their indexes, each inside `oldSize..<newSize` and there once.
    package let sealed: [Sealed]
    /// The signed note at `newSize`.
    package let checkpoint: [UInt8]
    package let cosignature: StatedCosignature?

    package var newSize: UInt64 { oldSize + UInt64(entries.count) }

    /// What counts towards the limit of a batch, in bytes.
    package var countedBytes: Int {
        Self.countedBytes(entries: entries, sealed: sealed)
    }

    /// For the sender as for the receiver.
    ///
    /// - Throws: FRAME_TOO_LARGE above the limits, FRAME_MALFORMED for indexes out of order.
    package init(
        oldSize: UInt64, entries: [[UInt8]], sealed: [Sealed], checkpoint: [UInt8],
        cosignature: StatedCosignature?, limits: SessionLimits = .standard
    ) throws(WireError) {
        try Self.checkCounts(entries: entries, sealed: sealed, limits: limits)
        guard oldSize <= WireLimits.logSizeMax - UInt64(entries.count) else {
            throw .malformed("batch", "old size")
        }
        try Self.checkIndexes(sealed, oldSize..<(oldSize + UInt64(entries.count)))
        guard checkpoint.count <= WireLimits.checkpointBytesMax,
            (cosignature?.line.utf8.count ?? 0) <= WireLimits.cosignatureBytesMax
        else { throw .malformed("batch", "checkpoint or cosignature is too long") }
        self.oldSize = oldSize
        self.entries = entries
        self.sealed = sealed
        self.checkpoint = checkpoint
        self.cosignature = cosignature
    }

    /// What a batch of these parts counts; the sender fills batches by it.
    package static func countedBytes(entries: [[UInt8]], sealed: [Sealed]) -> Int {
        entries.reduce(0) { $0 + $1.count }
            + sealed.reduce(0) { $0 + $1.clearHeader.count + $1.envelope.count }
    }

    private static func checkCounts(
        entries: [[UInt8]], sealed: [Sealed], limits: SessionLimits
    ) throws(WireError) {
        guard entries.count <= limits.batchEntries, sealed.count <= entries.count else {
            throw tooLarge("\(entries.count) entries", limit: limits.batchEntries)
        }
        for entry in entries where !(1...WireLimits.entryBytesMax).contains(entry.count) {
            throw tooLarge("entry of \(entry.count) bytes", limit: WireLimits.entryBytesMax)
        }
        for item in sealed where item.clearHeader.count > WireLimits.clearHeaderBytesMax {
            throw tooLarge("clear header", limit: WireLimits.clearHeaderBytesMax)
        }
        for item in sealed where item.envelope.count > limits.envelopeBytes {
            throw tooLarge("envelope", limit: limits.envelopeBytes)
        }
        let counted = countedBytes(entries: entries, sealed: sealed)
        guard sealed.count <= 1 || counted <= limits.batchBytes else {
            throw tooLarge("batch of \(counted) bytes", limit: limits.batchBytes)
        }
    }

    private static func checkIndexes(
        _ sealed: [Sealed], _ range: Range<UInt64>
    ) throws(WireError) {
        var lowest = range.lowerBound
        for item in sealed {
            guard (lowest..<max(lowest, range.upperBound)).contains(item.index) else {
                throw .malformed("batch", "index \(item.index)")
            }
            lowest = item.index + 1
        }
    }

    private static func tooLarge(_ object: String, limit: Int) -> WireError {
        WireError(.frameTooLarge, object: object, context: ["limit": "\(limit)"])
    }
}
