package import EnlaceModel

/// A document as a node keeps it: what queues, lists and rights need in the clear, and the signed
/// bytes under their own key. Nothing here says what the document is about.
package struct DocumentRecord: Sendable, Equatable {
    package var identity: DocumentIdentity
    package var threadID: MessageID
    package var inReplyTo: DocumentIdentity?
    package var supersedes: DocumentIdentity?
    package var reference: DocumentReference
    package var schema: SchemaVersion
    package var author: OfficerID
    /// SHA-256 of the author's signing certificate.
    package var authorCertificate: SHA256Digest
    /// The person whose proofOfApproval stands beside the author's signature.
    package var releaser: OfficerID?
    package var recipients: [NodeID]
    /// The persons who alone may read a TLP:RED document; empty when nobody is named.
    package var namedOfficers: [OfficerID]
    package var urgency: Urgency
    package var trafficLight: TrafficLight
    package var draftedAt: Timestamp
    package var expiresAt: Timestamp
    /// SHA-256 of the signed document (CMS DER).
    package var content: SHA256Digest
    /// When this node wrote it, by its own clock.
    package var storedAt: Timestamp
    /// The signed document, encrypted at rest.
    package var protected: ProtectedBytes

    package init(
        identity: DocumentIdentity, threadID: MessageID, inReplyTo: DocumentIdentity?,
        supersedes: DocumentIdentity?, reference: DocumentReference, schema: SchemaVersion,
        author: OfficerID, authorCertificate: SHA256Digest, releaser: OfficerID?,
        recipients: [NodeID], namedOfficers: [OfficerID], urgency: Urgency,
        trafficLight: TrafficLight, draftedAt: Timestamp, expiresAt: Timestamp,
        content: SHA256Digest, storedAt: Timestamp, protected: ProtectedBytes
    ) {
        self.identity = identity
        self.threadID = threadID
        self.inReplyTo = inReplyTo
        self.supersedes = supersedes
        self.reference = reference
        self.schema = schema
        self.author = author
        self.authorCertificate = authorCertificate
        self.releaser = releaser
        self.recipients = recipients
        self.namedOfficers = namedOfficers
        self.urgency = urgency
        self.trafficLight = trafficLight
        self.draftedAt = draftedAt
        self.expiresAt = expiresAt
        self.content = content
        self.storedAt = storedAt
        self.protected = protected
    }
}
