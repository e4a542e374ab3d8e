/// What travels beside an envelope in the clear (design §4). It is hashed as received and is never
/// trusted: the receiver refuses an envelope whose clear header contradicts the signed one.
///
/// Binary, all integers big-endian, strings `u16` length and ASCII, no optional fields, no trailing
/// bytes: `u8 version, u8 environment, 16-byte message id, 16-byte thread id, string from, string to,
/// string type, u8 urgency, u64 draftedAt ms, u64 expiresAt ms, u32 attempt, 32-byte envelope
/// SHA-256, u64 envelope size`.
package struct ClearHeader: Sendable, Equatable {
    /// Version 1 means: CMS AuthEnvelopedData in the strict profile, P-256, AES-256-GCM, SHA-256.
    package static let version: UInt8 = 1

    package var environment: RunEnvironment
    package var messageID: MessageID
    package var threadID: MessageID
    package var from: NodeID
    package var to: NodeID
    package var type: DocumentType
    package var urgency: Urgency
    package var draftedAt: Timestamp
    package var expiresAt: Timestamp
    /// 1 for the first attempt; a retry after a refusal counts on.
    package var attempt: UInt32
    package var envelopeDigest: SHA256Digest
    package var envelopeBytes: UInt64

    package init(
        header: DocumentHeader, to: NodeID, attempt: UInt32, envelopeDigest: SHA256Digest,
        envelopeBytes: UInt64
    ) {
        environment = header.environment
        messageID = header.messageID
        threadID = header.threadID
        from = header.author.officer.node
        self.to = to
        type = header.type
        urgency = header.urgency
        draftedAt = header.draftedAt
        expiresAt = header.expiresAt
        self.attempt = attempt
        self.envelopeDigest = envelopeDigest
        self.envelopeBytes = envelopeBytes
    }

    package var identity: DocumentIdentity {
        DocumentIdentity(origin: from, messageID: messageID)
    }
}
