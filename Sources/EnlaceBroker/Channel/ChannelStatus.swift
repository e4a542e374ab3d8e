package import EnlaceModel

/// How the channel to one peer stands, for the administrator.
package struct ChannelStatus: Sendable, Equatable {
    package enum Session: String, Sendable {
        case connected = "CONNECTED"
        case connecting = "CONNECTING"
        case waiting = "WAITING"
        /// Stopped until a person has looked: the peer contradicted itself.
        case held = "HELD"
    }

    package var session: Session = .waiting
    package var lastReceivedAt: Timestamp?
    package var lastSentAt: Timestamp?
    /// The peer's clock by its Hello, minus ours.
    package var clockOffset: Duration?
    /// Why the last session ended or a batch was refused, until the next one succeeds.
    package var lastError: ErrorCode?
    /// Since when batches were sent that the peer has not cosigned.
    package var uncosignedSince: Timestamp?
    /// Whether sealing is held because the peer's cosignatures have not come for too long.
    package var isSealingHeld = false

    package init() {}
}
