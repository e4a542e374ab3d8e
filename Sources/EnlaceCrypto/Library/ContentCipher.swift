import CEnlaceOpenSSL
import EnlaceModel

/// AES-256-GCM (NIST SP 800-38D) with a 12-byte nonce and a 16-byte tag.
enum ContentCipher {
    static let keyBytes = 32
    static let nonceBytes = 12
    static let tagBytes = 16

    /// Encrypts into `output`, which has room for the input's length, and writes 16 bytes to `tag`.
    static func seal(
        _ input: [UInt8], key: borrowing SecretBytes, nonce: [UInt8], authenticating: [UInt8] = [],
        into output: UnsafeMutablePointer<UInt8>, tag: UnsafeMutablePointer<UInt8>
    ) throws(CryptoError) {
        let context = try CipherContext()
        let algorithm = try Algorithms.shared().aes256GCM
        var count: Int32 = 0
        let done = key.withPointer { key in
            EVP_EncryptInit_ex2(context.pointer, algorithm, key, nonce, nil) == 1
                && (authenticating.isEmpty
                    || EVP_EncryptUpdate(
                        context.pointer, nil, &count, authenticating, Int32(authenticating.count))
                        == 1)
                && (input.isEmpty
                    || EVP_EncryptUpdate(context.pointer, output, &count, input, Int32(input.count))
                        == 1)
                && EVP_EncryptFinal_ex(context.pointer, output + input.count, &count) == 1
                && EVP_CIPHER_CTX_ctrl(
                    context.pointer, EVP_CTRL_AEAD_GET_TAG, Int32(tagBytes), tag) == 1
        }
        guard done else { throw CryptoError(.cryptoFailure, object: "AES-256-GCM") }
    }

    /// Decrypts and gives the plaintext only when the tag holds; otherwise it is overwritten and
    /// the answer is `nil`.
    static func open(
        _ ciphertext: ArraySlice<UInt8>, tag: ArraySlice<UInt8>, key: borrowing SecretBytes,
        nonce: [UInt8], authenticating: [UInt8] = []
    ) throws(CryptoError) -> [UInt8]? {
        precondition(tag.count == tagBytes && nonce.count == nonceBytes)
        let context = try CipherContext()
        let algorithm = try Algorithms.shared().aes256GCM
        var expected = Array(tag)
        var holds = false
        var plaintext = [UInt8](unsafeUninitializedCapacity: ciphertext.count) { output, written in
            written = ciphertext.count
            output.initialize(repeating: 0)
            holds = ciphertext.withUnsafeBufferPointer { input in
                key.withPointer { key in
                    var count: Int32 = 0
                    return EVP_DecryptInit_ex2(context.pointer, algorithm, key, nonce, nil) == 1
                        && (authenticating.isEmpty
                            || EVP_DecryptUpdate(
                                context.pointer, nil, &count, authenticating,
                                Int32(authenticating.count)) == 1)
                        && (input.isEmpty
                            || EVP_DecryptUpdate(
                                context.pointer, output.baseAddress, &count, input.baseAddress,
                                Int32(input.count)) == 1)
                        && EVP_CIPHER_CTX_ctrl(
                            context.pointer, EVP_CTRL_AEAD_SET_TAG, Int32(tagBytes), &expected) == 1
                        && finish(context.pointer)
                }
            }
        }
        if holds { return plaintext }
        wipe(&plaintext)
        ERR_clear_error()
        return nil
    }

    // GCM gives no bytes at the end; the call decides about the tag.
    private static func finish(_ context: OpaquePointer) -> Bool {
        var nothing: UInt8 = 0
        var count: Int32 = 0
        return EVP_DecryptFinal_ex(context, &nothing, &count) == 1 && count == 0
    }
}

/// One EVP_CIPHER_CTX, freed (and its key schedule wiped) by its only owner.
struct CipherContext: ~Copyable {
    let pointer: OpaquePointer

    init() throws(CryptoError) {
        guard let pointer = EVP_CIPHER_CTX_new() else {
            throw CryptoError(.cryptoFailure, object: "EVP_CIPHER_CTX")
        }
        self.pointer = pointer
    }

    deinit { EVP_CIPHER_CTX_free(pointer) }
}
