import CEnlaceOpenSSL
import EnlaceModel

/// The kinds of key this product knows; every other kind is refused with `KEY_NOT_ALLOWED`.
package enum KeyAlgorithm: String, Sendable, CaseIterable {
    /// ECDSA and ECDH on NIST P-256, the usual one of certificates.
    case p256 = "P-256"
    /// ECDSA and ECDH on NIST P-384.
    case p384 = "P-384"
    /// Ed25519 (RFC 8032), for logs and cosignatures only, never in a certificate.
    case ed25519 = "Ed25519"

    /// Whether certificates may carry such a key.
    package var isForCertificates: Bool { self != .ed25519 }

    /// The digest that signatures of certificates by such a key use; none for Ed25519, which hashes
    /// by itself.
    var certificateDigest: OpaquePointer? {
        switch self {
        case .p256: EVP_sha256()
        case .p384: EVP_sha384()
        case .ed25519: nil
        }
    }

    /// The kind of an OpenSSL key; named curves only.
    static func of(_ key: OpaquePointer, object: String) throws(CryptoError) -> KeyAlgorithm {
        if EVP_PKEY_is_a(key, "ED25519") == 1 { return .ed25519 }
        if EVP_PKEY_is_a(key, "EC") == 1, let algorithm = curves[groupName(key)] {
            return algorithm
        }
        ERR_clear_error()
        throw CryptoError(
            .keyNotAllowed, object: object, context: ["expected": "P-256, P-384, Ed25519"])
    }

    private static let curves: [String: KeyAlgorithm] = ["prime256v1": .p256, "secp384r1": .p384]

    private static func groupName(_ key: OpaquePointer) -> String {
        var name = [CChar](repeating: 0, count: 64)
        var length = 0
        guard EVP_PKEY_get_group_name(key, &name, name.count, &length) == 1 else { return "" }
        return name.withUnsafeBufferPointer { text in
            text.baseAddress.map { String(cString: $0) } ?? ""
        }
    }
}
