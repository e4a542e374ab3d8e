/// Every limit of queues, batches, waits and retries. Reaching one is a defined result.
package struct BrokerLimits: Sendable {
    /// How far a clock may be wrong: grace at expiry, and how far ahead a signature may be.
    package static let clockGrace: Duration = .seconds(300)
    /// Documents sealed to one peer which it has not answered.
    package var documentsInFlightMax = 1024
    /// Room among them that routine documents leave to urgent ones.
    package var documentsReservedForUrgent = 128
    /// Bytes of the envelopes sealed to one peer which it has not answered.
    package var bytesInFlightMax = 32 << 20
    /// The wait before the second attempt after a retryable refusal; doubles with each.
    package var retryDelay: Duration = .seconds(30)
    package var retryDelayMax: Duration = .seconds(3600)
    /// How long the peer is asked to wait when this node is in trouble of its own.
    package var deferDelay: Duration = .seconds(5)
    /// The longest wait that a peer's Defer may ask for.
    package var deferDelayMax: Duration = .seconds(300)
    /// The rhythm of LOCAL-ANCHOR and PEER-CHECKPOINT, independent of activity.
    package var anchorInterval: Duration = .seconds(600)
    /// After this long without a cosignature on batches taken, sealing is held; life at risk passes.
    package var holdAfter: Duration = .seconds(14_400)
    /// The rhythm of waking the channels, for rows whose wait is over.
    package var sweepInterval: Duration = .seconds(5)
    /// The rhythm of looking for expired documents.
    package var expiryInterval: Duration = .seconds(30)
    /// A link on which nothing came for this long gets a ping; after twice as long it is closed.
    package var pingInterval: Duration = .seconds(30)
    /// How long a link may take to carry the last frames of a session that has ended.
    package var closingTime: Duration = .seconds(5)
    /// How long the peer has for its first frame.
    package var helloTimeout: Duration = .seconds(15)
    /// Skew of a peer's clock that raises an alarm.
    package static let skewAlarm: Duration = .seconds(120)
    /// Signed heads remembered for each log, so that late cosignatures find theirs.
    static let signedHeadsMax = 4096
    /// Right edges remembered for each own log.
    static let recentEdgesMax = 256
    /// How large documents are taken to be before the first were seen.
    static let documentBytesExpected = 256 << 10
    /// Envelopes read from the store at once when a stretch is sent again.
    static let envelopePage: UInt64 = 16
    /// Entries read at once when a log is walked.
    static let replayPage = 2048
    /// Pages of settlement look-ups read as one range while they are at most this wide.
    static let settlementSpanMax: UInt64 = 4096

    package init() {}
}
