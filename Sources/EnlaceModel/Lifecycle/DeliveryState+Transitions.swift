extension DeliveryState {
    /// The lifecycle of a document with one recipient, as a pure function.
    ///
    /// What the recipient has signed always counts: a RECEIVED entry for a SENT attempt is accepted
    /// in every state and wins over expiry and withdrawal, for the recipient has the document.
    /// Nothing ever moves back from there. Only what still waits at the origin can be withdrawn;
    /// what has run out cannot be sent again, since the signed end would be refused on arrival.
    package func applying(_ event: DeliveryEvent) -> DeliveryTransition {
        switch event {
        case .sealed: self == .queued ? .moves(to: .sent, isLate: false) : .refused(.stateForbids)
        case .received: advancing(to: .received)
        case .read: isEverSealed ? advancing(to: .read) : .refused(.stateForbids)
        case .acknowledged: isEverSealed ? advancing(to: .acknowledged) : .refused(.stateForbids)
        case .rejected(let isFinal):
            // A refusal belongs to the attempt in flight; elsewhere it is that of an older one.
            self == .sent ? .moves(to: isFinal ? .rejected : .queued, isLate: false) : .unchanged
        case .expired: isOpen ? .moves(to: .expired, isLate: false) : .unchanged
        case .withdrawn: withdrawing()
        case .resent: resending()
        }
    }

    /// Whether the origin still tries to deliver.
    package var isOpen: Bool { self == .queued || self == .sent }

    /// The state that most needs attention among those of a document's recipients.
    package static func worst(_ states: some Sequence<DeliveryState>) -> DeliveryState? {
        states.min { $0.severity < $1.severity }
    }

    /// 0 is the worst.
    private var severity: Int {
        switch self {
        case .rejected: 0
        case .expired: 1
        case .withdrawn: 2
        case .queued: 3
        case .sent: 4
        case .received: 5
        case .read: 6
        case .acknowledged: 7
        }
    }

    private var isEverSealed: Bool { self != .queued && self != .rejected }

    private func advancing(to state: DeliveryState) -> DeliveryTransition {
        guard state.rank > rank else { return .unchanged }
        return .moves(to: state, isLate: self == .expired || self == .withdrawn)
    }

    private func withdrawing() -> DeliveryTransition {
        switch self {
        case .queued: .moves(to: .withdrawn, isLate: false)
        case .withdrawn: .unchanged
        default: .refused(.stateForbids)
        }
    }

    private func resending() -> DeliveryTransition {
        switch self {
        case .rejected, .withdrawn: .moves(to: .queued, isLate: false)
        case .expired: .refused(.expired)
        default: .refused(.stateForbids)
        }
    }
}
