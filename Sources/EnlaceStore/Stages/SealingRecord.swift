package import EnlaceLog
package import EnlaceModel

/// A queue row that is due, with its document.
package struct QueuedDelivery: Sendable {
    package let document: DocumentRecord
    package let recipient: NodeID
    /// The number which this attempt will have.
    package let attempt: UInt32

    package init(document: DocumentRecord, recipient: NodeID, attempt: UInt32) {
        self.document = document
        self.recipient = recipient
        self.attempt = attempt
    }
}

/// A document sealed for its recipient: its clear header, its envelope and the entry that commits
/// to them.
package struct SealedItem: Sendable {
    package let identity: DocumentIdentity
    package let clearHeader: [UInt8]
    package let envelope: [UInt8]
    /// Its body is `.sent`.
    package let entry: EntryDraft

    package init(
        identity: DocumentIdentity, clearHeader: [UInt8], envelope: [UInt8], entry: EntryDraft
    ) {
        self.identity = identity
        self.clearHeader = clearHeader
        self.envelope = envelope
        self.entry = entry
    }
}

/// What Sealing leaves behind, in one transaction: SENT entries, envelopes in flight, states and
/// attempts. An item whose row is no longer queued is left out.
package struct SealingRecord: Sendable {
    package let peer: NodeID
    package let log: LogOrigin
    package let items: [SealedItem]
    /// DIRECTORY, LOCAL-ANCHOR and PEER-CHECKPOINT entries, placed before the items.
    package let otherEntries: [EntryDraft]
    package let localEntries: [EntryDraft]
    package let at: Timestamp

    package init(
        peer: NodeID, log: LogOrigin, items: [SealedItem], otherEntries: [EntryDraft],
        localEntries: [EntryDraft], at: Timestamp
    ) {
        self.peer = peer
        self.log = log
        self.items = items
        self.otherEntries = otherEntries
        self.localEntries = localEntries
        self.at = at
    }
}

/// An envelope kept until its delivery settles.
package struct EnvelopeInFlight: Sendable, Equatable {
    /// Index of its SENT entry.
    package let index: UInt64
    package let clearHeader: [UInt8]
    package let envelope: [UInt8]

    package init(index: UInt64, clearHeader: [UInt8], envelope: [UInt8]) {
        self.index = index
        self.clearHeader = clearHeader
        self.envelope = envelope
    }
}
