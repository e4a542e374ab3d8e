package import EnlaceCrypto
package import EnlaceModel

/// A document whose signatures hold, whose author is the officer who handed it in, and whose bytes
/// are what its schema demands. Whether it may be sent is not yet judged.
package struct AuthenticDocument: Sendable {
    package let signed: VerifiedSignedDocument
    package let document: Document
    package let author: TrustedSigner
    package let approver: TrustedSigner?

    package var header: DocumentHeader { document.header }
    /// SHA-256 of the signed document.
    package var content: SHA256Digest { signed.document.digest }

    fileprivate init(
        signed: VerifiedSignedDocument, document: Document, author: TrustedSigner,
        approver: TrustedSigner?
    ) {
        self.signed = signed
        self.document = document
        self.author = author
        self.approver = approver
    }
}

/// The first half of Validation: who signed, and what the bytes say.
package struct Authentication: Sendable {
    let context: BrokerContext

    /// Throws the codes of signatures (`SIGNER_UNKNOWN`, `SIGNER_REVOKED`, `SIGNER_LACKS_ROLE`,
    /// `SIGNATURE_INVALID`, `SIGNER_SET_INVALID`, `AUTHOR_MISMATCH`) and of documents.
    package func check(_ submitted: SubmittedDocument) throws -> AuthenticDocument {
        let signed = submitted.signed
        let author = try active(signed.author)
        guard author.officer == submitted.submitter else {
            throw BrokerError(
                .authorMismatch, object: author.officer.text,
                context: ["expected": submitted.submitter.text])
        }
        let approver = try signed.approver.map(active)
        guard approver?.officer != author.officer else {
            throw BrokerError(.signerSetInvalid, object: author.officer.text)
        }
        let signers = [author, approver].compactMap { $0 }
        let verified = try signed.verify { identifier in
            signers.first { $0.certificate.fingerprint == identifier.certificateDigest }?
                .certificate
        }
        let document = try UncheckedDocument(verified.content).check(.author)
        try check(document.header, by: author)
        return AuthenticDocument(
            signed: verified, document: document, author: author, approver: approver)
    }

    /// An officer of this node whose signatures are accepted now.
    private func active(_ signer: UnverifiedSignedDocument.Signer) throws -> TrustedSigner {
        let digest = signer.identifier.certificateDigest
        guard let known = context.trust.ownSigner(digest) else {
            throw BrokerError(.signerUnknown, object: digest.hex)
        }
        if let refusal = known.refusal { throw BrokerError(refusal, object: known.officer.text) }
        guard known.officer.node == context.node else {
            throw BrokerError(.signerOfOtherNode, object: known.officer.text)
        }
        guard known.roles.contains(.officer) else {
            throw BrokerError(.signerLacksRole, object: known.officer.text)
        }
        return known
    }

    private func check(_ header: DocumentHeader, by author: TrustedSigner) throws {
        guard header.author.officer == author.officer,
            header.author.certificate == author.certificate.fingerprint,
            header.reference.node == context.node
        else {
            throw BrokerError(
                .authorMismatch, object: header.author.officer.text,
                context: ["expected": author.officer.text])
        }
    }
}
