/// What the client knows and the author does not write, when a draft is completed for signing.
package struct CompletionContext: Sendable {
    package var environment: RunEnvironment
    package var messageID: MessageID
    /// Reserved at the own node beforehand.
    package var reference: DocumentReference
    package var author: DocumentHeader.Author
    package var now: Timestamp
    /// Replaces the recipients of the draft, and the group with them.
    package var recipients: [NodeID]?
    /// Replaces what the draft says it answers.
    package var inReplyTo: DocumentIdentity?
    /// The thread of what is answered or superseded; without it that document is taken for the
    /// first of its thread.
    package var threadID: MessageID?
    /// How long the document is tried when the draft does not say.
    package var expiry: Duration

    package init(
        environment: RunEnvironment, messageID: MessageID, reference: DocumentReference,
        author: DocumentHeader.Author, now: Timestamp, recipients: [NodeID]? = nil,
        inReplyTo: DocumentIdentity? = nil, threadID: MessageID? = nil,
        expiry: Duration = Limits.expiryDefault
    ) {
        self.environment = environment
        self.messageID = messageID
        self.reference = reference
        self.author = author
        self.now = now
        self.recipients = recipients
        self.inReplyTo = inReplyTo
        self.threadID = threadID
        self.expiry = expiry
    }
}
