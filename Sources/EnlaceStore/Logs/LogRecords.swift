package import EnlaceLog

/// A log as the store holds it: an own one, or the verified copy of a peer's.
package struct LogRecord: Sendable {
    package let origin: LogOrigin
    package let isOwn: Bool
    package let edge: TreeEdge
    /// The newest signed one.
    package let checkpoint: CheckpointRecord?
    /// The newest by the other side.
    package let cosignature: CosignatureRecord?

    package init(
        origin: LogOrigin, isOwn: Bool, edge: TreeEdge, checkpoint: CheckpointRecord?,
        cosignature: CosignatureRecord?
    ) {
        self.origin = origin
        self.isOwn = isOwn
        self.edge = edge
        self.checkpoint = checkpoint
        self.cosignature = cosignature
    }
}

/// A signed checkpoint: its head and the signed note's exact bytes.
package struct CheckpointRecord: Sendable, Equatable {
    package let head: TreeHead
    package let note: [UInt8]

    package init(head: TreeHead, note: [UInt8]) {
        self.head = head
        self.note = note
    }
}

/// A cosignature line over the checkpoint of `size`.
package struct CosignatureRecord: Sendable, Equatable {
    package let size: UInt64
    package let line: String

    package init(size: UInt64, line: String) {
        self.size = size
        self.line = line
    }
}

/// Entries that a transaction appended to one log.
package struct AppendedBatch: Sendable, Equatable {
    package let firstIndex: UInt64
    package let entries: [[UInt8]]
    /// The right edge behind the last of them.
    package let edge: TreeEdge

    package init(firstIndex: UInt64, entries: [[UInt8]], edge: TreeEdge) {
        self.firstIndex = firstIndex
        self.entries = entries
        self.edge = edge
    }
}
