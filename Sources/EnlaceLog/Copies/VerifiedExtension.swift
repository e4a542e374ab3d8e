import EnlaceModel

/// The growth of a copy of a peer's log, proven: every entry stands under a signed checkpoint that
/// extends what was held. Only `CopyVerifier` makes one.
package struct VerifiedExtension: Sendable {
    package let origin: LogOrigin
    package let oldSize: UInt64
    /// The new entries as they came, from index `oldSize` on.
    package let encodedEntries: [[UInt8]]
    package let entries: [LogEntry]
    /// The right edge behind the last entry.
    package let edge: TreeEdge
    package let head: TreeHead
    /// The signed note of the checkpoint at `head`, exact bytes.
    package let checkpointNote: [UInt8]

    init(
        origin: LogOrigin, oldSize: UInt64, encodedEntries: [[UInt8]], entries: [LogEntry],
        edge: TreeEdge, head: TreeHead, checkpointNote: [UInt8]
    ) {
        self.origin = origin
        self.oldSize = oldSize
        self.encodedEntries = encodedEntries
        self.entries = entries
        self.edge = edge
        self.head = head
        self.checkpointNote = checkpointNote
    }
}
