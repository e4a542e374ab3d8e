import EnlaceLog
package import EnlaceModel

/// How a row moves. Every store moves rows by these functions, so that a state means the same
/// everywhere: forward by rank only, except that an operator or a retryable refusal queues again.
extension DeliveryRecord {
    /// A new row at the origin, due at once.
    package init(queuing identity: DocumentIdentity, for recipient: NodeID, at: Timestamp) {
        self.init(
            identity: identity, recipient: recipient, state: .queued, attempt: 0, sentIndex: nil,
            nextAttemptAt: at, queuedAt: at, sentAt: nil, receivedAt: nil, readAt: nil,
            acknowledgedAt: nil, reason: nil, receipt: nil)
    }

    /// The row of a document that was admitted here; `receipt` is this node's own commitment.
    package init(
        admitting identity: DocumentIdentity, at recipient: NodeID, attempt: UInt32,
        sentIndex: UInt64, sentAt: Timestamp?, receipt: Receipt
    ) {
        self.init(
            identity: identity, recipient: recipient, state: .received, attempt: attempt,
            sentIndex: sentIndex, nextAttemptAt: receipt.time, queuedAt: receipt.time,
            sentAt: sentAt, receivedAt: receipt.time, readAt: nil, acknowledgedAt: nil,
            reason: nil, receipt: receipt)
    }

    /// Whether a sealing with this attempt number still applies.
    package func accepts(attempt: UInt32) -> Bool {
        state == .queued && attempt == self.attempt + 1
    }

    package mutating func seal(attempt: UInt32, index: UInt64, at: Timestamp) {
        state = .sent
        self.attempt = attempt
        sentIndex = index
        sentAt = at
        reason = nil
        receipt = nil
    }

    package mutating func settle(_ item: SettlementItem) {
        switch item {
        case .received(_, let receipt): settleReceived(receipt)
        case .rejected(let body, let receipt, let retryAt):
            settleRejected(body, receipt: receipt, retryAt: retryAt)
        case .read(_, let receipt): settleRead(receipt)
        }
    }

    /// The first receipt stays, and wins over what was concluded without one.
    private mutating func settleReceived(_ receipt: Receipt) {
        guard receivedAt == nil else { return }
        receivedAt = receipt.time
        self.receipt = receipt
        if advance(to: .received) { reason = nil }
    }

    /// Only the answer to the newest attempt counts, and only while nothing else is known.
    private mutating func settleRejected(
        _ body: RejectedBody, receipt: Receipt, retryAt: Timestamp?
    ) {
        guard body.sentIndex == sentIndex, receivedAt == nil, self.receipt == nil else { return }
        self.receipt = receipt
        guard state == .sent else { return }
        // The exact code stands in the peer's entry also when this version does not know it.
        reason = ErrorCode(rawValue: body.reason) ?? .envelopeRefused
        if let retryAt {
            state = .queued
            nextAttemptAt = retryAt
        } else {
            state = .rejected
        }
    }

    private mutating func settleRead(_ receipt: Receipt) {
        if readAt == nil { readAt = receipt.time }
        if advance(to: .read) { reason = nil }
    }

    /// The first reading by a person of this node.
    package mutating func markRead(at: Timestamp) {
        if readAt == nil { readAt = at }
        advance(to: .read)
    }

    package mutating func apply(_ effect: DeliveryEffect) {
        if effect.state == .acknowledged, acknowledgedAt == nil { acknowledgedAt = effect.at }
        if effect.state == .read, readAt == nil { readAt = effect.at }
        if advance(to: effect.state) { reason = nil }
    }

    package mutating func withdraw() {
        guard state == .queued else { return }
        state = .withdrawn
        reason = .withdrawn
    }

    package mutating func queueAgain(at: Timestamp) {
        guard state == .rejected || state == .expired else { return }
        state = .queued
        nextAttemptAt = at
        queuedAt = at
        reason = nil
    }

    package mutating func expire() {
        guard state == .queued || state == .sent else { return }
        state = .expired
        reason = .expired
    }

    @discardableResult
    private mutating func advance(to newer: DeliveryState) -> Bool {
        guard newer.rank > state.rank else { return false }
        state = newer
        return true
    }
}
