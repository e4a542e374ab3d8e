package import EnlaceLog
package import EnlaceModel

/// The receiver's judgement on one SENT entry.
package enum AdmissionVerdict: Sendable {
    /// Opened and verified. The store answers RECEIVED, also for what it already holds with the same
    /// content; other content under the same identity is answered REJECTED with CONFLICT, final.
    case admit(DocumentRecord, effect: DeliveryEffect?)
    case reject(ErrorCode, isRetryable: Bool)
}

/// One SENT entry of the peer with the judgement on it.
package struct AdmissionItem: Sendable {
    package let sentIndex: UInt64
    package let sent: SentBody
    package let verdict: AdmissionVerdict
    /// Time of the answering entry.
    package let answerTime: Timestamp
    /// Salt of the answering entry.
    package let answerSalt: [UInt8]

    package init(
        sentIndex: UInt64, sent: SentBody, verdict: AdmissionVerdict, answerTime: Timestamp,
        answerSalt: [UInt8]
    ) {
        self.sentIndex = sentIndex
        self.sent = sent
        self.verdict = verdict
        self.answerTime = answerTime
        self.answerSalt = answerSalt
    }
}

/// What an entry of the peer says about a document of ours.
package enum SettlementItem: Sendable {
    case received(ReceivedBody, receipt: Receipt)
    /// `retryAt` nil: final. Otherwise queued again from that time on, while it has not expired.
    case rejected(RejectedBody, receipt: Receipt, retryAt: Timestamp?)
    case read(ReadBody, receipt: Receipt)
}

/// What Admission and Settlement leave behind, in one transaction: the verified copy of the peer's
/// log grown by the batch, documents, answers in our own channel log, settled rows.
package struct PeerBatchRecord: Sendable {
    package let peer: NodeID
    /// Our channel log to the peer, where the answers go.
    package let ownLog: LogOrigin
    /// The only road to a grown copy.
    package let copy: VerifiedExtension
    package let admissions: [AdmissionItem]
    package let settlements: [SettlementItem]
    /// The peer's cosignature on our own checkpoint.
    package let cosignature: CosignatureRecord?
    /// The signed checkpoint of ours which that covers, kept with it.
    package let ownCheckpoint: CheckpointRecord?
    package let localEntries: [EntryDraft]
    package let at: Timestamp

    package init(
        peer: NodeID, ownLog: LogOrigin, copy: VerifiedExtension, admissions: [AdmissionItem],
        settlements: [SettlementItem], cosignature: CosignatureRecord?,
        ownCheckpoint: CheckpointRecord? = nil, localEntries: [EntryDraft], at: Timestamp
    ) {
        self.peer = peer
        self.ownLog = ownLog
        self.copy = copy
        self.admissions = admissions
        self.settlements = settlements
        self.cosignature = cosignature
        self.ownCheckpoint = ownCheckpoint
        self.localEntries = localEntries
        self.at = at
    }
}

/// What the transaction did.
package struct PeerBatchOutcome: Sendable {
    /// The entries appended to our channel log, when there were any.
    package let answers: AppendedBatch?
    /// Documents stored for the first time.
    package let admitted: [DocumentIdentity]
    /// Identities for which other content was offered.
    package let conflicts: [DocumentIdentity]
    package let settled: [DocumentIdentity]

    package init(
        answers: AppendedBatch?, admitted: [DocumentIdentity], conflicts: [DocumentIdentity],
        settled: [DocumentIdentity]
    ) {
        self.answers = answers
        self.admitted = admitted
        self.conflicts = conflicts
        self.settled = settled
    }
}
