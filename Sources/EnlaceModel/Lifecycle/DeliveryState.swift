/// Where a document stands with one recipient; states belong to (document, recipient).
///
/// The same words stand in the store, in log lines, in `--json` and on the screen.
package enum DeliveryState: String, Sendable, CaseIterable {
    /// On disk at the own node and waiting to be sealed to the recipient.
    case queued = "QUEUED"
    /// Sealed: the SENT entry is in the log; the receiver has not answered yet.
    case sent = "SENT"
    /// Opened, author verified and on disk at the receiver; its RECEIVED entry is held.
    case received = "RECEIVED"
    /// A person at the receiver has read it.
    case read = "READ"
    /// A person at the receiver has signed an acknowledgement.
    case acknowledged = "ACKNOWLEDGED"
    /// The receiver refused it for good.
    case rejected = "REJECTED"
    /// It was not received before its time ran out.
    case expired = "EXPIRED"
    /// The sender took it back before it was received.
    case withdrawn = "WITHDRAWN"

    /// How far along the road; receipts, readings and acknowledgements never move a state back.
    package var rank: Int {
        switch self {
        case .queued: 0
        case .sent: 1
        case .rejected, .expired, .withdrawn: 2
        case .received: 3
        case .read: 4
        case .acknowledged: 5
        }
    }
}
