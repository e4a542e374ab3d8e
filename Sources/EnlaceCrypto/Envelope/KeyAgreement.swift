import CEnlaceOpenSSL
import EnlaceModel

/// Agreement on the key-encryption key of an envelope: ECDH on P-256, then the X9.63 key derivation
/// with SHA-256 (`dhSinglePass-stdDH-sha256kdf`, RFC 5753 section 7.1.4).
enum KeyAgreement {
    /// ECC-CMS-SharedInfo (RFC 5753 section 7.2) for id-aes256-wrap, no ukm, a key of 256 bits.
    static let sharedInfo: [UInt8] = [
        0x30, 0x15, 0x30, 0x0B, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x01, 0x2D,
        0xA2, 0x06, 0x04, 0x04, 0x00, 0x00, 0x01, 0x00,
    ]

    private static let sharedSecretBytes = 32

    /// A fresh key on P-256 for one message.
    static func makeEphemeralKey() throws(CryptoError) -> AgreementKey {
        let parameters = try Algorithms.shared().p256
        var key: OpaquePointer?
        guard let context = EVP_PKEY_CTX_new_from_pkey(nil, parameters, nil) else {
            throw failure("EVP_PKEY_CTX")
        }
        defer { EVP_PKEY_CTX_free(context) }
        guard EVP_PKEY_keygen_init(context) == 1, EVP_PKEY_keygen(context, &key) == 1, let key
        else {
            throw failure("EC key generation")
        }
        return AgreementKey(taking: key)
    }

    /// A peer's public key from its 65-byte point; `nil` when the point is not on the curve.
    ///
    /// The cofactor of P-256 is 1, so coordinates below the prime that satisfy the curve's equation
    /// make a valid key (NIST SP 800-56A section 5.6.2.3.4).
    static func readPoint(_ point: [UInt8]) throws(CryptoError) -> AgreementKey? {
        guard let key = EVP_PKEY_new() else { throw failure("EVP_PKEY") }
        let owned = AgreementKey(taking: key)
        guard EVP_PKEY_copy_parameters(key, try Algorithms.shared().p256) == 1 else {
            throw failure("P-256")
        }
        guard EVP_PKEY_set1_encoded_public_key(key, point, point.count) == 1,
            let context = EVP_PKEY_CTX_new_from_pkey(nil, key, nil)
        else {
            ERR_clear_error()
            return nil
        }
        defer { EVP_PKEY_CTX_free(context) }
        guard EVP_PKEY_public_check_quick(context) == 1 else {
            ERR_clear_error()
            return nil
        }
        return owned
    }

    /// The shared secret Z; the peer's key has been validated before and is not again.
    static func agree(
        own: OpaquePointer, peer: OpaquePointer
    ) throws(CryptoError) -> SecretBytes {
        guard let context = EVP_PKEY_CTX_new_from_pkey(nil, own, nil) else {
            throw failure("EVP_PKEY_CTX")
        }
        defer { EVP_PKEY_CTX_free(context) }
        let secret = SecretBytes(count: sharedSecretBytes)
        var count = sharedSecretBytes
        let done = secret.withPointer { output in
            EVP_PKEY_derive_init(context) == 1
                && EVP_PKEY_derive_set_peer_ex(context, peer, 0) == 1
                && EVP_PKEY_derive(context, output, &count) == 1
        }
        guard done, count == sharedSecretBytes else { throw failure("ECDH") }
        return secret
    }

    /// The key-encryption key from the shared secret.
    static func deriveKey(from secret: borrowing SecretBytes) throws(CryptoError) -> SecretBytes {
        guard let context = EVP_KDF_CTX_new(try Algorithms.shared().x963KDF) else {
            throw failure("EVP_KDF_CTX")
        }
        defer { EVP_KDF_CTX_free(context) }
        let key = SecretBytes(count: ContentCipher.keyBytes)
        var info = sharedInfo
        let done = secret.withPointer { input in
            key.withPointer { output in
                enlace_x963_kdf(
                    context, input, secret.count, &info, info.count, output, key.count) == 1
            }
        }
        guard done else { throw failure("X963KDF") }
        return key
    }

    private static func failure(_ object: String) -> CryptoError {
        CryptoError(.cryptoFailure, object: object)
    }
}

/// An EVP_PKEY on P-256 that lives for one message; freed, and its private part wiped, by its only
/// owner.
struct AgreementKey: ~Copyable {
    let pointer: OpaquePointer

    init(taking pointer: OpaquePointer) {
        self.pointer = pointer
    }

    deinit { EVP_PKEY_free(pointer) }

    /// The public point as `04 || X || Y`.
    borrowing func point() throws(CryptoError) -> [UInt8] {
        var encoded: UnsafeMutablePointer<UInt8>?
        let count = EVP_PKEY_get1_encoded_public_key(pointer, &encoded)
        defer { enlace_free(encoded) }
        guard count == EnvelopeShape.pointBytes, let encoded else {
            throw CryptoError(.cryptoFailure, object: "EC point")
        }
        return Array(UnsafeBufferPointer(start: encoded, count: count))
    }
}
