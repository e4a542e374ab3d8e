import EnlaceCrypto
import EnlaceLog
import EnlaceModel
import EnlaceStore

/// The stage from queue rows to what is sent: each document encrypted for the peer, its clear header
/// beside it, and the entry that commits to both.
struct Sealing: Sendable {
    let context: BrokerContext
    let peer: PeerTrust

    /// In the order of the rows. Throws `STORE_DAMAGED` when a document at rest does not open.
    func seal(_ rows: [QueuedDelivery]) async throws -> [SealedItem] {
        let now = context.clock.now()
        let results = await concurrentMap(rows, width: context.width) { row in
            Result { try seal(row, at: now) }
        }
        return try results.map { try $0.get() }
    }

    private func seal(_ row: QueuedDelivery, at now: Timestamp) throws -> SealedItem {
        let signed = try row.document.signedBytes(context.trust.ownKeys)
        let envelope = try Envelope.seal(signed, to: peer.encryption, random: context.random)
        let envelopeDigest = SHA256.digest(envelope)
        let header = ClearHeader(
            header: DocumentHeader(
                clearPartOf: row.document, environment: context.store.identity.environment),
            to: peer.node, attempt: row.attempt, envelopeDigest: envelopeDigest,
            envelopeBytes: UInt64(envelope.count)
        ).encoded
        let body = SentBody(
            messageID: row.document.identity.messageID, attempt: row.attempt,
            clearHeader: SHA256.digest(header), envelope: envelopeDigest,
            content: row.document.content)
        return SealedItem(
            identity: row.document.identity, clearHeader: header, envelope: envelope,
            entry: EntryDraft(.sent(body), at: now, random: context.random))
    }
}

extension DocumentHeader {
    /// The members that a clear header repeats, from the record; the others are left empty, so that
    /// the document itself need not be parsed again.
    fileprivate init(clearPartOf record: DocumentRecord, environment: RunEnvironment) {
        self.init(
            schema: record.schema, environment: environment,
            messageID: record.identity.messageID, threadID: record.threadID,
            inReplyTo: record.inReplyTo, supersedes: record.supersedes,
            reference: record.reference,
            author: Author(officer: record.author, certificate: record.authorCertificate),
            recipients: record.recipients, urgency: record.urgency, draftedAt: record.draftedAt,
            expiresAt: record.expiresAt, trafficLight: record.trafficLight, handling: [],
            legalBasis: [], releaseRequired: false)
    }
}
