import EnlaceCrypto
import EnlaceLog
import EnlaceModel
import EnlaceStore
import EnlaceWire

/// The stage from a peer's SENT entries and envelopes to documents, refusals and deferrals.
///
/// Only the sending node is known until the author's signature verifies; before that the one reason
/// given is `ENVELOPE_REFUSED`, but for a signer that is not in the directory held here.
struct Admission: Sendable {
    let context: BrokerContext
    let peer: PeerTrust
    /// The version of its directory that the peer announced.
    let announcedDirectory: UInt32

    /// One judgement for each SENT entry, in order. Throws only for trouble of this node's own.
    func judge(
        _ growth: VerifiedExtension, _ sealed: [UnverifiedBatch.Sealed]
    ) async throws -> [AdmissionItem] {
        let byIndex = Dictionary(
            sealed.map { ($0.index, $0) }, uniquingKeysWith: { first, _ in first })
        let parcels = growth.entries.compactMap { entry -> Parcel? in
            guard case .sent(let sent) = entry.body else { return nil }
            return Parcel(index: entry.index, sent: sent, sealed: byIndex[entry.index])
        }
        let now = context.clock.now()
        let opened = await concurrentMap(parcels, width: context.width) { parcel in
            Result { try open(parcel, at: now) }
        }
        var items: [AdmissionItem] = []
        for (parcel, result) in zip(parcels, opened) {
            let verdict = try await verdict(result)
            items.append(
                AdmissionItem(
                    sentIndex: parcel.index, sent: parcel.sent, verdict: verdict, answerTime: now,
                    answerSalt: context.random.bytes(EntryDraft.saltByteCount)))
        }
        return items
    }

    private struct Parcel: Sendable {
        let index: UInt64
        let sent: SentBody
        let sealed: UnverifiedBatch.Sealed?
    }

    private func verdict(_ opened: Result<AdmittedDocument, any Error>) async throws
        -> AdmissionVerdict
    {
        do {
            let admitted = try opened.get()
            try await checkTarget(admitted)
            return .admit(admitted.record, effect: admitted.effect)
        } catch let refusal as Refusal {
            return .reject(refusal.code, isRetryable: refusal.code.isRetryableRefusal)
        }
    }

    /// A target that is here must be answerable by this type; one that is absent is awaited.
    private func checkTarget(_ admitted: AdmittedDocument) async throws {
        guard let identity = admitted.record.inReplyTo,
            let target = try await context.store.document(identity)
        else { return }
        guard admitted.rules.mayAnswer(target.document.schema.type) else {
            throw Refusal(.answerNotAllowed)
        }
    }

    private func open(_ parcel: Parcel, at now: Timestamp) throws -> AdmittedDocument {
        let (header, bytes) = try openEnvelope(parcel)
        let signed = try Self.refusing(.envelopeRefused) { try UnverifiedSignedDocument(bytes) }
        let signers = try signed.signers.map(known)
        let verified = try Self.refusing(.envelopeRefused) {
            try signed.verify { identifier in
                signers.first { $0.certificate.fingerprint == identifier.certificateDigest }?
                    .certificate
            }
        }
        for signer in signers { try checkStanding(signer) }
        let document = try check(verified.content)
        try check(document.header, by: signers[0], clear: header)
        try checkTimes(document.header, verified, at: now)
        if document.header.releaseRequired, verified.approver == nil {
            throw Refusal(.releaseRequired)
        }
        return AdmittedDocument(
            record: try DocumentRecord(
                document, signed: verified, releaser: signers.dropFirst().first?.officer, at: now,
                context: context),
            effect: DeliveryEffect(of: document, by: peer.node, at: now), rules: document.rules)
    }

    /// The envelope opened, when clear header, envelope and content are those the peer committed to
    /// and are meant for this node.
    private func openEnvelope(_ parcel: Parcel) throws -> (ClearHeader, [UInt8]) {
        let sent = parcel.sent
        guard let sealed = parcel.sealed, SHA256.digest(sealed.clearHeader) == sent.clearHeader,
            SHA256.digest(sealed.envelope) == sent.envelope,
            let header = try? ClearHeader(sealed.clearHeader),
            header.messageID == sent.messageID, header.attempt == sent.attempt,
            header.from == peer.node, header.to == context.node,
            header.environment == context.store.identity.environment,
            header.envelopeDigest == sent.envelope,
            header.envelopeBytes == UInt64(sealed.envelope.count),
            let bytes = try? context.trust.ownKeys.opener.open(sealed.envelope),
            SHA256.digest(bytes) == sent.content
        else { throw Refusal(.envelopeRefused) }
        return (header, bytes)
    }

    /// The signer by the directory held here. That it is unknown may be because a newer directory is
    /// under way, so it is said, and may be tried again.
    private func known(_ signer: UnverifiedSignedDocument.Signer) throws -> TrustedSigner {
        if let known = peer.signers[signer.identifier.certificateDigest] { return known }
        throw Refusal(
            peer.directoryVersion < announcedDirectory ? .directoryStale : .signerUnknown)
    }

    private func checkStanding(_ signer: TrustedSigner) throws {
        if let refusal = signer.refusal { throw Refusal(refusal) }
        guard signer.officer.node == peer.node else { throw Refusal(.signerOfOtherNode) }
        guard signer.roles.contains(.officer) else { throw Refusal(.signerLacksRole) }
    }

    private func check(_ content: [UInt8]) throws -> Document {
        do {
            return try UncheckedDocument(content).check(.receiver)
        } catch {
            throw Refusal(error.code)
        }
    }

    private func check(
        _ header: DocumentHeader, by author: TrustedSigner, clear: ClearHeader
    ) throws {
        guard header.author.officer == author.officer,
            header.author.certificate == author.certificate.fingerprint
        else { throw Refusal(.authorMismatch) }
        guard clear.contradictions(to: header).isEmpty else {
            throw Refusal(.clearHeaderContradicts)
        }
    }

    /// By the own clock, with grace for a wrong one; how long ago it was signed never matters alone.
    private func checkTimes(
        _ header: DocumentHeader, _ signed: VerifiedSignedDocument, at now: Timestamp
    ) throws {
        guard now.since(header.expiresAt) <= BrokerLimits.clockGrace else {
            throw Refusal(.expired)
        }
        let times = [header.draftedAt, signed.author.signingTime, signed.approver?.signingTime]
        guard times.allSatisfy({ $0.map { $0.since(now) <= BrokerLimits.clockGrace } ?? true })
        else { throw Refusal(.signedInFuture) }
    }

    private static func refusing<Value>(
        _ code: ErrorCode, _ body: () throws -> Value
    ) throws -> Value {
        do { return try body() } catch { throw Refusal(code) }
    }
}

/// A document from a peer that passed every check of Admission.
struct AdmittedDocument: Sendable {
    let record: DocumentRecord
    let effect: DeliveryEffect?
    let rules: DocumentRules

    fileprivate init(record: DocumentRecord, effect: DeliveryEffect?, rules: DocumentRules) {
        self.record = record
        self.effect = effect
        self.rules = rules
    }
}

/// Why a document of a peer is not admitted; becomes a REJECTED entry.
private struct Refusal: Error {
    let code: ErrorCode

    init(_ code: ErrorCode) { self.code = code }
}
