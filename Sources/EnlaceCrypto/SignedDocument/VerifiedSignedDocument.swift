package import EnlaceModel

/// A signed document whose signatures all hold under the certificates that the verifier was given.
///
/// Only `UnverifiedSignedDocument.verify` makes one. It says nothing about whether those
/// certificates may be believed, have a role or are revoked: that is for whoever looked them up.
package struct VerifiedSignedDocument: Sendable {
    /// A signature that holds, and the certificate it holds under.
    package struct Signer: Sendable {
        package let certificate: Certificate
        /// The signer's own claim, in whole seconds.
        package let signingTime: Timestamp
        package let commitment: Commitment

        fileprivate init(
            _ signer: UnverifiedSignedDocument.Signer, certificate: Certificate
        ) {
            self.certificate = certificate
            signingTime = signer.signingTime
            commitment = signer.commitment
        }
    }

    /// What was verified: exact bytes and content.
    package let document: UnverifiedSignedDocument
    package let author: Signer
    package let approver: Signer?

    /// The bytes that were signed.
    package var content: [UInt8] { document.content }
    /// The exact bytes of the whole.
    package var derBytes: [UInt8] { document.derBytes }

    fileprivate init(document: UnverifiedSignedDocument, author: Signer, approver: Signer?) {
        self.document = document
        self.author = author
        self.approver = approver
    }
}

extension UnverifiedSignedDocument {
    /// Checks every signature with the certificate that `lookup` gives for it.
    ///
    /// Throws `SIGNER_UNKNOWN` when it gives none, `SIGNATURE_INVALID` when certificate, digest or
    /// signature do not fit, `SIGNER_SET_INVALID` when one person or one key signed twice.
    package func verify(
        lookup: (SignerIdentifier) -> Certificate?
    ) throws(CryptoError) -> VerifiedSignedDocument {
        let author = try Self.verify(self.author, content, lookup(self.author.identifier))
        guard let second = self.approver else {
            return VerifiedSignedDocument(document: self, author: author, approver: nil)
        }
        let approver = try Self.verify(second, content, lookup(second.identifier))
        try Self.requireDifferent(author.certificate, approver.certificate)
        return VerifiedSignedDocument(document: self, author: author, approver: approver)
    }

    private static func verify(
        _ signer: Signer, _ content: [UInt8], _ certificate: Certificate?
    ) throws(CryptoError) -> VerifiedSignedDocument.Signer {
        guard let certificate else {
            throw CryptoError(
                .signerUnknown, object: signer.identifier.certificateDigest.hex)
        }
        let info = signer.info
        let object = certificate.subject
        guard SignerIdentifier(certificate) == signer.identifier,
            try SignatureAlgorithm(certificate.publicKey.algorithm) == info.algorithm
        else { throw invalid(object, "certificate") }
        guard try info.algorithm.digest(content) == info.attributes.contentDigest else {
            throw invalid(object, "digest")
        }
        let digest = try info.algorithm.digest(SignerInfo.signedBytes(info.attributes))
        guard
            try ECDSA.isValid(
                signature: info.signature, digest: digest, key: certificate.publicKey)
        else { throw invalid(object, "signature") }
        return VerifiedSignedDocument.Signer(signer, certificate: certificate)
    }

    private static func requireDifferent(
        _ author: Certificate, _ approver: Certificate
    ) throws(CryptoError) {
        // A node signs its card by its old statement key and by its new one.
        var isSamePerson = false
        if case .officer = author.name { isSamePerson = author.name == approver.name }
        guard author.publicKey != approver.publicKey, !isSamePerson else {
            throw SignedDocument.signerSet("the same person twice")
        }
    }

    private static func invalid(_ object: String, _ cause: String) -> CryptoError {
        CryptoError(.signatureInvalid, object: object, context: ["cause": cause])
    }
}
