package import EnlaceModel

/// Makes signed documents; `openssl cms -verify` accepts them when it is given the certificates.
package enum SignedDocument {
    /// The largest content, in bytes.
    package static let contentBytesMax = 16 * 1024 * 1024
    /// More than two signers ever add to the content, in bytes.
    package static let overheadBytesMax = 16 * 1024
    /// The author and the releaser.
    static let signersMax = 2

    static let version: [UInt8] = [0x02, 0x01, 0x01]

    /// Signs the content as its author.
    ///
    /// Throws `KEY_MISMATCH` when the key is not the certificate's, `KEY_NOT_ALLOWED` for a key that
    /// is not on P-256 or P-384, `DOCUMENT_TOO_LARGE`.
    package static func sign(
        content: [UInt8], key: PrivateKey, certificate: Certificate, at time: Timestamp
    ) throws(CryptoError) -> UnverifiedSignedDocument {
        guard content.count <= contentBytesMax else { throw tooLarge(content.count) }
        let info = try signerInfo(content, key, certificate, .origin, time)
        return try UnverifiedSignedDocument(encode(content, [info]))
    }

    /// Adds the releaser's signature over the same content; the author's stays as it is.
    ///
    /// It does not judge the author's signature: who approves has verified it before. Throws as
    /// `sign`, and `SIGNER_SET_INVALID` when there is an approval already or the same person would
    /// sign twice.
    package static func approve(
        _ document: UnverifiedSignedDocument, key: PrivateKey, certificate: Certificate,
        at time: Timestamp
    ) throws(CryptoError) -> UnverifiedSignedDocument {
        guard document.approver == nil else { throw signerSet("a second approval") }
        let info = try signerInfo(document.content, key, certificate, .approval, time)
        return try UnverifiedSignedDocument(encode(document.content, [document.author.info, info]))
    }

    /// As the other `sign`, with certificate and key in one.
    package static func sign(
        content: [UInt8], credential: Credential, at time: Timestamp
    ) throws(CryptoError) -> UnverifiedSignedDocument {
        try sign(
            content: content, key: credential.key, certificate: credential.certificate, at: time)
    }

    /// As the other `approve`, with certificate and key in one.
    package static func approve(
        _ document: UnverifiedSignedDocument, credential: Credential, at time: Timestamp
    ) throws(CryptoError) -> UnverifiedSignedDocument {
        try approve(
            document, key: credential.key, certificate: credential.certificate, at: time)
    }

    private static func signerInfo(
        _ content: [UInt8], _ key: PrivateKey, _ certificate: Certificate,
        _ commitment: Commitment, _ time: Timestamp
    ) throws(CryptoError) -> SignerInfo {
        guard key.publicKey == certificate.publicKey else {
            throw CryptoError(.keyMismatch, object: certificate.subject)
        }
        let algorithm = try SignatureAlgorithm(key.algorithm)
        let attributes = SignedAttributes(
            contentDigest: try algorithm.digest(content), signingTime: time,
            certificateDigest: certificate.fingerprint, commitment: commitment)
        let digest = try algorithm.digest(SignerInfo.signedBytes(attributes))
        return SignerInfo(
            issuerAndSerialBytes: certificate.issuerAndSerialBytes, algorithm: algorithm,
            attributes: attributes, signature: try ECDSA.sign(digest: digest, with: key))
    }

    private static func encode(
        _ content: [UInt8], _ infos: [SignerInfo]
    ) throws(CryptoError) -> [UInt8] {
        var signers: [[UInt8]] = []
        for info in infos { signers.append(try info.encoded()) }
        let encapsulated = DER.element(
            DER.sequence, ObjectIdentifiers.data,
            DER.element(DER.context(0), DER.element(DER.octetString, content)))
        let body = DER.element(
            DER.sequence, version, DER.element(DER.set, digestIdentifiers(infos)), encapsulated,
            DER.setOf(signers))
        return DER.element(
            DER.sequence, ObjectIdentifiers.signedData, DER.element(DER.context(0), body))
    }

    /// The content of digestAlgorithms: each digest used once, in the order of SET OF.
    static func digestIdentifiers(_ infos: [SignerInfo]) -> [UInt8] {
        let identifiers = Set(infos.map(\.algorithm)).map(\.digestIdentifier)
        return Array(identifiers.sorted(by: DER.precedes).joined())
    }

    static func tooLarge(_ count: Int) -> CryptoError {
        CryptoError(
            .documentTooLarge, object: "\(count) bytes",
            context: ["limit": "\(contentBytesMax)"])
    }

    static func signerSet(_ found: String) -> CryptoError {
        CryptoError(
            .signerSetInvalid, object: "signed document",
            context: ["cause": found, "expected": "one author, at most one other approver"])
    }
}
