package import EnlaceModel

/// What a document does to the state of the one it answers, such as an acknowledgement. Applied
/// when both are there; held while the target is absent.
package struct DeliveryEffect: Sendable, Equatable {
    package let target: DocumentIdentity
    /// The answering node: the recipient whose state changes.
    package let recipient: NodeID
    package let state: DeliveryState
    package let at: Timestamp

    package init(target: DocumentIdentity, recipient: NodeID, state: DeliveryState, at: Timestamp) {
        self.target = target
        self.recipient = recipient
        self.state = state
        self.at = at
    }
}
