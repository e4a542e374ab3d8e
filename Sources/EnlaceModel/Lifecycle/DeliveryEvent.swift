/// What happens to a document with one recipient.
package enum DeliveryEvent: Sendable, Hashable {
    /// The SENT entry of an attempt was appended.
    case sealed
    /// The recipient's RECEIVED entry for one of our SENT entries is held.
    case received
    /// The recipient's REJECTED entry, final or retryable, for the attempt in flight is held.
    case rejected(isFinal: Bool)
    /// The recipient's READ entry is held.
    case read
    /// A signed acknowledgement of the recipient was admitted.
    case acknowledged
    /// The document's own time has run out.
    case expired
    /// A person at the origin takes it back.
    case withdrawn
    /// A person at the origin wants it tried again.
    case resent
}

/// What an event does to a state.
package enum DeliveryTransition: Sendable, Hashable {
    /// `isLate`: the event came after expiry or withdrawal; it counts all the same and is shown as
    /// late.
    case moves(to: DeliveryState, isLate: Bool)
    /// The event tells nothing new, as a repetition does.
    case unchanged
    /// The event is not allowed in this state; the code says why.
    case refused(ErrorCode)
}
