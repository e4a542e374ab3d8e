import CEnlaceOpenSSL
import EnlaceModel

/// ECDSA (FIPS 186-5) over a digest; signatures are ECDSA-Sig-Value in DER (RFC 3279 section 2.2.3).
enum ECDSA {
    /// More than any signature of the two curves has.
    static let signatureBytesMax = 128

    static func sign(digest: [UInt8], with key: PrivateKey) throws(CryptoError) -> [UInt8] {
        try key.withPointer { key throws(CryptoError) in
            guard let context = EVP_PKEY_CTX_new_from_pkey(nil, key, nil) else { throw failure }
            defer { EVP_PKEY_CTX_free(context) }
            var signature = [UInt8](repeating: 0, count: signatureBytesMax)
            var count = signature.count
            guard EVP_PKEY_sign_init(context) == 1,
                EVP_PKEY_sign(context, &signature, &count, digest, digest.count) == 1
            else { throw failure }
            return Array(signature.prefix(count))
        }
    }

    /// Whether the signature holds; OpenSSL refuses one that is not in DER.
    static func isValid(
        signature: [UInt8], digest: [UInt8], key: PublicKey
    ) throws(CryptoError) -> Bool {
        try key.withPointer { key throws(CryptoError) in
            guard let context = EVP_PKEY_CTX_new_from_pkey(nil, key, nil) else { throw failure }
            defer { EVP_PKEY_CTX_free(context) }
            guard EVP_PKEY_verify_init(context) == 1 else { throw failure }
            let valid =
                EVP_PKEY_verify(context, signature, signature.count, digest, digest.count) == 1
            if !valid { ERR_clear_error() }
            return valid
        }
    }

    private static var failure: CryptoError { CryptoError(.cryptoFailure, object: "ECDSA") }
}
