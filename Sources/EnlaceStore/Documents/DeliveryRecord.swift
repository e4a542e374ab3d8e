package import EnlaceModel

/// One document with one recipient. At the origin there is a row per recipient, at the receiver one
/// row whose recipient is the node itself.
package struct DeliveryRecord: Sendable, Equatable {
    package var identity: DocumentIdentity
    package var recipient: NodeID
    package var state: DeliveryState
    /// How often it was sealed; 0 before the first time.
    package var attempt: UInt32
    /// Index of the last SENT entry in the origin's channel log.
    package var sentIndex: UInt64?
    /// Not sealed before this time while queued.
    package var nextAttemptAt: Timestamp
    package var queuedAt: Timestamp
    package var sentAt: Timestamp?
    /// Time of the RECEIVED entry, by the receiver's clock.
    package var receivedAt: Timestamp?
    /// Time of the READ entry.
    package var readAt: Timestamp?
    /// When the acknowledgement was stored here.
    package var acknowledgedAt: Timestamp?
    /// Why it was rejected, expired or withdrawn.
    package var reason: ErrorCode?
    /// The receiver's commitment, once held.
    package var receipt: Receipt?

    package init(
        identity: DocumentIdentity, recipient: NodeID, state: DeliveryState, attempt: UInt32,
        sentIndex: UInt64?, nextAttemptAt: Timestamp, queuedAt: Timestamp, sentAt: Timestamp?,
        receivedAt: Timestamp?, readAt: Timestamp?, acknowledgedAt: Timestamp?, reason: ErrorCode?,
        receipt: Receipt?
    ) {
        self.identity = identity
        self.recipient = recipient
        self.state = state
        self.attempt = attempt
        self.sentIndex = sentIndex
        self.nextAttemptAt = nextAttemptAt
        self.queuedAt = queuedAt
        self.sentAt = sentAt
        self.receivedAt = receivedAt
        self.readAt = readAt
        self.acknowledgedAt = acknowledgedAt
        self.reason = reason
        self.receipt = receipt
    }
}

/// Where the RECEIVED or REJECTED entry about a document stands in the receiver's log.
package struct Receipt: Sendable, Equatable {
    /// Origin of the receiver's channel log.
    package let log: String
    package let index: UInt64
    package let time: Timestamp

    package init(log: String, index: UInt64, time: Timestamp) {
        self.log = log
        self.index = index
        self.time = time
    }
}
