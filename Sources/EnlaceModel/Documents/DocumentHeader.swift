/// The signed header of a document (design §4): what the author knows when signing, and no more.
package struct DocumentHeader: Sendable, Equatable {
    /// The format's name, first member of the header.
    package static let format = "enlace-document/1"

    /// A person and the certificate they sign with.
    package struct Author: Sendable, Equatable {
        package let officer: OfficerID
        /// SHA-256 over the DER of the author's signing certificate.
        package let certificate: SHA256Digest

        package init(officer: OfficerID, certificate: SHA256Digest) {
            self.officer = officer
            self.certificate = certificate
        }
    }

    package var schema: SchemaVersion
    package var environment: RunEnvironment
    package var messageID: MessageID
    /// The message identifier of the thread's first document.
    package var threadID: MessageID
    package var inReplyTo: DocumentIdentity?
    package var supersedes: DocumentIdentity?
    package var reference: DocumentReference
    package var author: Author
    /// Receiving nodes, at least one, none twice.
    package var recipients: [NodeID]
    package var urgency: Urgency
    package var draftedAt: Timestamp
    package var expiresAt: Timestamp
    package var trafficLight: TrafficLight
    package var handling: [String]
    package var legalBasis: [String]
    package var releaseRequired: Bool

    package init(
        schema: SchemaVersion, environment: RunEnvironment, messageID: MessageID,
        threadID: MessageID, inReplyTo: DocumentIdentity?, supersedes: DocumentIdentity?,
        reference: DocumentReference, author: Author, recipients: [NodeID], urgency: Urgency,
        draftedAt: Timestamp, expiresAt: Timestamp, trafficLight: TrafficLight,
        handling: [String], legalBasis: [String], releaseRequired: Bool
    ) {
        self.schema = schema
        self.environment = environment
        self.messageID = messageID
        self.threadID = threadID
        self.inReplyTo = inReplyTo
        self.supersedes = supersedes
        self.reference = reference
        self.author = author
        self.recipients = recipients
        self.urgency = urgency
        self.draftedAt = draftedAt
        self.expiresAt = expiresAt
        self.trafficLight = trafficLight
        self.handling = handling
        self.legalBasis = legalBasis
        self.releaseRequired = releaseRequired
    }

    package var type: DocumentType { schema.type }

    package var identity: DocumentIdentity {
        DocumentIdentity(origin: author.officer.node, messageID: messageID)
    }
}
