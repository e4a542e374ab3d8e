import CEnlaceOpenSSL
import EnlaceModel

/// Ed25519 (RFC 8032) for logs and cosignatures: keys of 32 bytes, signatures of 64.
package enum Ed25519 {
    package static let publicKeyBytes = 32
    package static let signatureBytes = 64

    /// Signs the message itself, not a digest of it.
    ///
    /// Throws `KEY_NOT_ALLOWED` for a key of another kind.
    package static func sign(
        _ message: [UInt8], with key: PrivateKey
    ) throws(CryptoError) -> [UInt8] {
        try require(key.algorithm)
        let context = try SignatureContext()
        var signature = [UInt8](repeating: 0, count: signatureBytes)
        var count = signatureBytes
        let done = try key.withPointer { key throws(CryptoError) in
            EVP_DigestSignInit_ex(context.pointer, nil, nil, nil, nil, key, nil) == 1
                && EVP_DigestSign(context.pointer, &signature, &count, message, message.count) == 1
        }
        guard done, count == signatureBytes else {
            throw CryptoError(.cryptoFailure, object: "Ed25519")
        }
        return signature
    }

    /// The public key's 32 bytes, as they stand in the keys of notes.
    ///
    /// Throws `KEY_NOT_ALLOWED` for a key of another kind.
    package static func publicKey(of key: PrivateKey) throws(CryptoError) -> [UInt8] {
        try require(key.algorithm)
        var bytes = [UInt8](repeating: 0, count: publicKeyBytes)
        var count = publicKeyBytes
        let status = try key.withPointer { key throws(CryptoError) in
            EVP_PKEY_get_raw_public_key(key, &bytes, &count)
        }
        guard status == 1, count == publicKeyBytes else {
            throw CryptoError(.cryptoFailure, object: "Ed25519")
        }
        return bytes
    }

    /// Whether the signature is one of this key over this message; `false` also for a key or a
    /// signature of another length.
    package static func isValid(
        signature: [UInt8], message: [UInt8], publicKey: [UInt8]
    ) -> Bool {
        guard publicKey.count == publicKeyBytes, signature.count == signatureBytes,
            let context = try? SignatureContext(),
            let key = EVP_PKEY_new_raw_public_key_ex(
                nil, "ED25519", nil, publicKey, publicKey.count)
        else {
            ERR_clear_error()
            return false
        }
        defer { EVP_PKEY_free(key) }
        let valid =
            EVP_DigestVerifyInit_ex(context.pointer, nil, nil, nil, nil, key, nil) == 1
            && EVP_DigestVerify(
                context.pointer, signature, signature.count, message, message.count) == 1
        if !valid { ERR_clear_error() }
        return valid
    }

    private static func require(_ algorithm: KeyAlgorithm) throws(CryptoError) {
        guard algorithm == .ed25519 else {
            throw CryptoError(
                .keyNotAllowed, object: "log key", context: ["expected": "Ed25519"])
        }
    }
}

/// One EVP_MD_CTX for signing or verifying, with one owner.
struct SignatureContext: ~Copyable {
    let pointer: OpaquePointer

    init() throws(CryptoError) {
        guard let pointer = EVP_MD_CTX_new() else {
            throw CryptoError(.cryptoFailure, object: "EVP_MD_CTX")
        }
        self.pointer = pointer
    }

    deinit { EVP_MD_CTX_free(pointer) }
}
