import EnlaceModel
package import EnlaceStore

extension DeliveryRecord {
    /// Whoever must act next: a node or an officer; nil when nobody must.
    package func owner(of document: DocumentRecord) -> String? {
        switch state {
        case .queued, .sent: identity.origin.text
        case .received, .read: recipient.text
        case .rejected, .expired: document.author.text
        case .acknowledged, .withdrawn: nil
        }
    }
}

extension DocumentItem {
    /// The deliveries' worst state, with whoever must act on it; nil without a delivery.
    package var worst: DeliveryRecord? {
        deliveries.min { $0.state.badness < $1.state.badness }
    }
}

extension DeliveryState {
    /// Smaller is worse: what failed, then what is least far.
    fileprivate var badness: Int {
        switch self {
        case .rejected: 0
        case .expired: 1
        case .queued: 2
        case .sent: 3
        case .received: 4
        case .read: 5
        case .acknowledged: 6
        case .withdrawn: 7
        }
    }
}
