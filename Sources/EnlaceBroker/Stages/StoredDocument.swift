import EnlaceCrypto
import EnlaceModel
import EnlaceStore

/// The name, authenticated at rest, of what the protected bytes of a document record are.
enum StoredFormat {
    static let signedDocument = "enlace-signed-document/1"
}

extension DocumentRecord {
    /// What a node keeps of a document whose signatures and schema were checked.
    init(
        _ document: Document, signed: VerifiedSignedDocument, releaser: OfficerID?,
        at now: Timestamp, context: BrokerContext
    ) throws {
        let header = document.header
        self.init(
            identity: header.identity, threadID: header.threadID, inReplyTo: header.inReplyTo,
            supersedes: header.supersedes, reference: header.reference, schema: header.schema,
            author: header.author.officer, authorCertificate: header.author.certificate,
            releaser: releaser, recipients: header.recipients,
            namedOfficers: document.namedOfficers, urgency: header.urgency,
            trafficLight: header.trafficLight, draftedAt: header.draftedAt,
            expiresAt: header.expiresAt, content: signed.document.digest, storedAt: now,
            protected: try context.trust.ownKeys.storage.seal(
                signed.derBytes, identity: header.identity, format: StoredFormat.signedDocument,
                at: now, random: context.random))
    }

    /// The signed document's exact bytes; a record that does not open is a damaged store.
    func signedBytes(_ keys: NodeKeys) throws(CryptoError) -> [UInt8] {
        try keys.storage.open(
            protected, identity: identity, format: StoredFormat.signedDocument)
    }
}

extension DeliveryEffect {
    /// What the arrival of a document does to the one it answers; nil for a type without effect.
    init?(of document: Document, by node: NodeID, at time: Timestamp) {
        guard let state = document.rules.effectOnTarget, let target = document.header.inReplyTo
        else { return nil }
        self.init(target: target, recipient: node, state: state, at: time)
    }
}
