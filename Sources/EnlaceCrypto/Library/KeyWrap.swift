import CEnlaceOpenSSL
import EnlaceModel

/// AES-256 key wrap of a 32-byte key (RFC 3394, id-aes256-wrap): 40 bytes come out.
enum KeyWrap {
    static let wrappedBytes = ContentCipher.keyBytes + 8

    static func wrap(
        _ key: borrowing SecretBytes, under wrapping: borrowing SecretBytes
    ) throws(CryptoError) -> [UInt8] {
        precondition(key.count == ContentCipher.keyBytes)
        let context = try CipherContext()
        let algorithm = try Algorithms.shared().aes256Wrap
        enlace_cipher_allow_wrap(context.pointer)
        var wrapped = [UInt8](repeating: 0, count: wrappedBytes)
        var count: Int32 = 0
        let done = wrapping.withPointer { wrapping in
            key.withPointer { key in
                EVP_EncryptInit_ex2(context.pointer, algorithm, wrapping, nil, nil) == 1
                    && EVP_EncryptUpdate(
                        context.pointer, &wrapped, &count, key, Int32(ContentCipher.keyBytes)) == 1
            }
        }
        guard done, Int(count) == wrappedBytes else {
            throw CryptoError(.cryptoFailure, object: "AES-256-WRAP")
        }
        return wrapped
    }

    /// Writes the unwrapped key over `key` and says whether the integrity check held; when it did
    /// not, `key` is what it was, so that a caller can go on with random bytes and the same work.
    static func unwrap(
        _ wrapped: ArraySlice<UInt8>, under wrapping: borrowing SecretBytes,
        into key: borrowing SecretBytes
    ) throws(CryptoError) -> Bool {
        precondition(wrapped.count == wrappedBytes && key.count == ContentCipher.keyBytes)
        let context = try CipherContext()
        let algorithm = try Algorithms.shared().aes256Wrap
        enlace_cipher_allow_wrap(context.pointer)
        // The cipher may use the whole input's length while it works.
        let candidate = SecretBytes(count: wrappedBytes)
        let input = Array(wrapped)
        var count: Int32 = 0
        let holds = wrapping.withPointer { wrapping in
            candidate.withPointer { candidate in
                EVP_DecryptInit_ex2(context.pointer, algorithm, wrapping, nil, nil) == 1
                    && EVP_DecryptUpdate(
                        context.pointer, candidate, &count, input, Int32(input.count)) == 1
            }
        }
        guard holds, Int(count) == ContentCipher.keyBytes else {
            ERR_clear_error()
            return false
        }
        candidate.withPointer { from in key.withPointer { $0.update(from: from, count: key.count) }
        }
        return true
    }
}
