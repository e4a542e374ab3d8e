import CEnlaceOpenSSL
package import EnlaceModel

/// An X.509 certificate (RFC 5280), decoded once and not yet judged: nothing here says that it may
/// be believed. `ChainVerifier` makes a `VerifiedCertificate` of it.
///
/// Only P-256 and P-384 keys and ECDSA signatures with SHA-256 or SHA-384 are read at all.
///
/// `@unchecked Sendable`: the X509 behind it is complete after `init`, with its lazily computed
/// values filled in, is never changed afterwards and counts its references atomically.
package final class Certificate: @unchecked Sendable, Hashable {
    /// The largest certificate read, in bytes of DER.
    package static let bytesMax = 16_384

    let raw: OpaquePointer
    /// The exact bytes.
    package let derBytes: [UInt8]
    /// SHA-256 of `derBytes`.
    package let fingerprint: SHA256Digest
    /// The subject in the form of RFC 4514, safe to show.
    package let subject: String
    /// The issuer in the form of RFC 4514, safe to show.
    package let issuer: String
    /// The issuer's Name in DER.
    package let issuerBytes: [UInt8]
    /// The subject's Name in DER.
    package let subjectBytes: [UInt8]
    package let serial: CertificateSerial
    /// IssuerAndSerialNumber in DER, as CMS names a signer (RFC 5652 section 10.2.4).
    package let issuerAndSerialBytes: [UInt8]
    package let notBefore: Timestamp
    /// The last moment of validity, to the second.
    package let notAfter: Timestamp
    package let publicKey: PublicKey
    package let alternativeNames: AlternativeNames
    /// `nil` when the extension is absent.
    package let keyUsage: KeyUsage?
    /// Empty when the extension is absent.
    package let extendedKeyUsages: [ExtendedKeyUsage]
    /// Whether the basic constraints say that it is an authority.
    package let isAuthority: Bool
    /// How many authorities may follow below this one; `nil` without a limit.
    package let pathLengthMax: Int?
    package let subjectKeyIdentifier: [UInt8]?
    package let authorityKeyIdentifier: [UInt8]?

    /// Decodes DER; nothing may follow it.
    ///
    /// Throws `CERTIFICATE_MALFORMED`, `KEY_NOT_ALLOWED` for other algorithms, and
    /// `CERTIFICATE_WRONG_NAME` for a URI that starts like ours and is none.
    package convenience init(
        derBytes: [UInt8], object: String = "certificate"
    ) throws(CryptoError) {
        let raw = try decodeDER(
            derBytes, bytesMax: Self.bytesMax, refusal: .certificateMalformed, object: object,
            free: X509_free
        ) { d2i_X509(nil, $0, $1) }
        try self.init(taking: raw, object: object)
        // OpenSSL also reads BER; two encodings of one certificate would have two fingerprints.
        guard self.derBytes == derBytes else {
            throw CryptoError(.certificateMalformed, object: object, context: ["reason": "not DER"])
        }
    }

    /// Takes over one reference to an OpenSSL certificate, also when it throws.
    init(taking raw: OpaquePointer, object: String) throws(CryptoError) {
        // Nothing may stay in the queue, which the next TLS call on this thread would take for its own.
        defer { ERR_clear_error() }
        do throws(CryptoError) {
            let fields = CertificateFields(raw, object: object)
            try fields.check()
            derBytes = try encodeDER(object) { i2d_X509(raw, $0) }
            fingerprint = SHA256.digest(derBytes)
            subject = try distinguishedName(X509_get_subject_name(raw))
            issuer = try distinguishedName(X509_get_issuer_name(raw))
            subjectBytes = try encodeDER(object) { i2d_X509_NAME(X509_get_subject_name(raw), $0) }
            issuerBytes = try encodeDER(object) { i2d_X509_NAME(X509_get_issuer_name(raw), $0) }
            serial = try fields.serial()
            issuerAndSerialBytes = try derSequence(issuerBytes + fields.serialBytes())
            notBefore = try fields.moment(X509_get0_notBefore(raw))
            notAfter = try fields.moment(X509_get0_notAfter(raw))
            publicKey = try fields.publicKey()
            alternativeNames = try fields.alternativeNames()
            keyUsage = fields.keyUsage()
            extendedKeyUsages = fields.extendedKeyUsages()
            isAuthority = fields.isAuthority
            let pathLength = X509_get_pathlen(raw)
            pathLengthMax = pathLength < 0 ? nil : pathLength
            subjectKeyIdentifier = X509_get0_subject_key_id(raw).map { asn1Bytes($0) }
            authorityKeyIdentifier = X509_get0_authority_key_id(raw).map { asn1Bytes($0) }
        } catch {
            X509_free(raw)
            throw error
        }
        self.raw = raw
    }

    deinit { X509_free(raw) }

    /// The one name of ours that it carries; `nil` when it has none or several.
    package var name: CertificateName? {
        alternativeNames.names.count == 1 ? alternativeNames.names.first : nil
    }

    /// Whether subject and issuer are the same and its own key signed it.
    package var isSelfSigned: Bool {
        defer { ERR_clear_error() }
        return X509_self_signed(raw, 1) == 1
    }

    /// Refuses with `KEY_MISMATCH` a private key that is not the one of this certificate.
    package func check(_ key: PrivateKey) throws(CryptoError) {
        guard key.publicKey == publicKey else {
            ERR_clear_error()
            throw CryptoError(.keyMismatch, object: subject)
        }
    }

    package static func == (left: Certificate, right: Certificate) -> Bool {
        left.derBytes == right.derBytes
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(fingerprint) }
}
