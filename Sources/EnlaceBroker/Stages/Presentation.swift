package import EnlaceCrypto
import EnlaceLog
package import EnlaceModel
package import EnlaceStore

/// A document as it is shown to one officer, after the reading was logged.
package struct PresentedDocument: Sendable {
    /// A signature with how it stands today.
    package struct Signer: Sendable {
        package let officer: OfficerID?
        package let certificate: Certificate?
        package let commitment: Commitment
        package let signedAt: Timestamp
        /// What speaks against the signature today; nil when nothing does.
        package let refusal: ErrorCode?
    }

    package let item: DocumentItem
    /// The signed document's exact bytes.
    package let signedBytes: [UInt8]
    /// The author first.
    package let signers: [Signer]
    package let readAt: Timestamp
    package let isFirst: Bool
}

/// The stage from stored documents to the eyes of those they are for.
package struct Presentation: Sendable {
    let context: BrokerContext

    /// The one document that the text names and that the person may know of.
    ///
    /// Throws `NOT_FOUND`, and `AMBIGUOUS_REFERENCE` when several nodes use the identifier.
    package func find(_ name: String) async throws -> DocumentItem {
        let found = try await context.store.documents(named: name)
        guard let item = found.first else {
            throw BrokerError(.notFound, object: VisibleText.make(name))
        }
        guard found.count == 1 else {
            throw BrokerError(
                .ambiguousReference, object: VisibleText.make(name),
                context: ["count": "\(found.count)"])
        }
        return item
    }

    /// Shows a document to an officer. The reading is durable before a byte of it is given out; the
    /// first one of a received document by anybody here is told to its origin.
    ///
    /// Throws `NOT_PERMITTED` for anyone who is not an officer, and `NOT_FOR_THIS_OFFICER`.
    package func read(
        _ name: String, purpose: String, reason: String, by officer: OfficerID, roles: Set<Role>
    ) async throws -> PresentedDocument {
        let item = try await find(name)
        try await checkRight(to: item.document, of: officer, roles: roles)
        let now = context.clock.now()
        let signedBytes = try item.document.signedBytes(context.trust.ownKeys)
        let isFirst = try await record(
            ReadingRecord(
                identity: item.document.identity, officer: officer, at: now, purpose: purpose,
                reason: reason),
            of: item)
        let shown = try await context.store.document(item.document.identity) ?? item
        return PresentedDocument(
            item: shown, signedBytes: signedBytes,
            signers: try signers(of: signedBytes, from: item.document.identity.origin),
            readAt: now, isFirst: isFirst)
    }

    private func checkRight(
        to document: DocumentRecord, of officer: OfficerID, roles: Set<Role>
    ) async throws {
        let refusal: ErrorCode? =
            if !roles.contains(.officer) { .notPermitted } else if !document.mayBeRead(by: officer)
            { .notForThisOfficer } else { nil }
        guard let refusal else { return }
        _ = try await context.store.append(
            [
                context.local(
                    .accessDenied, actor: officer.text, messageID: document.identity.messageID,
                    digest: document.content, object: "READ", outcome: refusal)
            ], to: context.store.identity.localLog)
        throw BrokerError(refusal, object: document.reference.text)
    }

    private func record(_ reading: ReadingRecord, of item: DocumentItem) async throws -> Bool {
        let document = item.document
        let hasBeenRead = try await !context.store.readings(of: document.identity).isEmpty
        let entry = context.local(
            hasBeenRead ? .readAgain : .read, actor: reading.officer.text,
            messageID: document.identity.messageID, digest: document.content,
            object: reading.purpose)
        let own = item.deliveries.first { $0.recipient == context.node }
        let origin = document.identity.origin
        guard origin != context.node, let sentIndex = own?.sentIndex else {
            return try await context.store.recordReading(
                reading, readEntry: nil, log: nil, localEntries: [entry])
        }
        let body = ReadBody(
            sentIndex: sentIndex, messageID: document.identity.messageID,
            content: document.content)
        let isFirst = try await context.store.recordReading(
            reading, readEntry: context.draft(.read(body)), log: context.channelLog(to: origin),
            localEntries: [entry])
        if isFirst { context.dispatcher.wake(origin) }
        return isFirst
    }

    /// The signatures, verified again with the certificates known today.
    private func signers(
        of bytes: [UInt8], from origin: NodeID
    ) throws -> [PresentedDocument.Signer] {
        let signed = try UnverifiedSignedDocument(bytes)
        let known = origin == context.node ? nil : context.trust.peer(origin)?.signers ?? [:]
        func trusted(_ digest: SHA256Digest) -> TrustedSigner? {
            known.map { $0[digest] } ?? context.trust.ownSigner(digest)
        }
        var failure: ErrorCode?
        do {
            _ = try signed.verify { trusted($0.certificateDigest)?.certificate }
        } catch {
            failure = error.code
        }
        return signed.signers.map { signer in
            let person = trusted(signer.identifier.certificateDigest)
            return PresentedDocument.Signer(
                officer: person?.officer, certificate: person?.certificate,
                commitment: signer.commitment, signedAt: signer.signingTime,
                refusal: failure ?? person?.refusal)
        }
    }
}
