package import EnlaceModel

/// The growth of a copy of a peer's log, proven: every entry stands under a signed checkpoint that
/// extends what was held.
///
/// Only `CopyVerifier` makes one, so a store that takes this type cannot write unproven entries.
package struct VerifiedExtension: Sendable, Equatable {
    package let origin: LogOrigin
    /// The size of the copy before.
    package let oldSize: UInt64
    /// The new entries as they came, from index `oldSize` on.
    package let encodedEntries: [[UInt8]]
    package let entries: [LogEntry]
    package let leafHashes: [SHA256Digest]
    /// The right edge behind the last entry.
    package let edge: TreeEdge
    /// The owner's signed statement of the head behind the last entry.
    package let checkpoint: CosignedCheckpoint

    package var head: TreeHead { checkpoint.head }

    /// The signed note of the checkpoint at `head`, exact bytes.
    package var checkpointNote: [UInt8] { checkpoint.note.encoded }

    init(
        origin: LogOrigin, oldSize: UInt64, encodedEntries: [[UInt8]], entries: [LogEntry],
        leafHashes: [SHA256Digest], edge: TreeEdge, checkpoint: CosignedCheckpoint
    ) {
        self.origin = origin
        self.oldSize = oldSize
        self.encodedEntries = encodedEntries
        self.entries = entries
        self.leafHashes = leafHashes
        self.edge = edge
        self.checkpoint = checkpoint
    }
}
