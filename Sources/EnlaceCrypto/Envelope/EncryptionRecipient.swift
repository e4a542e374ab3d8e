import CEnlaceOpenSSL
import EnlaceModel

/// A node that envelopes can be made for: its encryption key on P-256, validated once and kept, and
/// the key's 20-byte identifier.
package struct EncryptionRecipient: Sendable {
    /// The subject key identifier that names the key in an envelope.
    package let keyIdentifier: [UInt8]
    let publicKey: PublicKey

    /// Throws `KEY_NOT_ALLOWED` for a key that is not on P-256 or an identifier of another length,
    /// `KEY_MALFORMED` for a point that is no key (full validation, NIST SP 800-56A 5.6.2.3.3).
    package init(publicKey: PublicKey, keyIdentifier: [UInt8]) throws(CryptoError) {
        guard keyIdentifier.count == EnvelopeShape.keyIdentifierBytes else {
            throw CryptoError(
                .keyNotAllowed, object: "subject key identifier",
                context: ["expected": "\(EnvelopeShape.keyIdentifierBytes) bytes"])
        }
        self.keyIdentifier = keyIdentifier
        self.publicKey = publicKey
        try Self.requireP256(publicKey.algorithm)
        try publicKey.withPointer(Self.validate)
    }

    /// Throws `KEY_NOT_ALLOWED` unless the key is an EC key on P-256.
    static func requireP256(_ algorithm: KeyAlgorithm) throws(CryptoError) {
        guard algorithm == .p256 else {
            throw CryptoError(
                .keyNotAllowed, object: "encryption key", context: ["expected": "EC P-256"])
        }
    }

    private static func validate(_ key: OpaquePointer) throws(CryptoError) {
        guard let context = EVP_PKEY_CTX_new_from_pkey(nil, key, nil) else {
            throw CryptoError(.cryptoFailure, object: "EVP_PKEY_CTX")
        }
        defer { EVP_PKEY_CTX_free(context) }
        guard EVP_PKEY_public_check(context) == 1 else {
            throw CryptoError(.keyMalformed, object: "encryption key")
        }
    }
}

extension EncryptionRecipient {
    /// The recipient that a node's encryption certificate names; the certificate itself has been
    /// judged by a `ChainVerifier` before.
    ///
    /// Throws `CERTIFICATE_WRONG_USAGE` unless the certificate has the key usage keyAgreement (stock
    /// tools encrypt without it) and a subject key identifier.
    package init(_ certificate: Certificate) throws(CryptoError) {
        guard certificate.keyUsage?.contains(.keyAgreement) == true,
            let identifier = certificate.subjectKeyIdentifier
        else {
            throw CryptoError(
                .certificateWrongUsage, object: certificate.subject,
                context: ["expected": "keyAgreement"])
        }
        try self.init(publicKey: certificate.publicKey, keyIdentifier: identifier)
    }
}
