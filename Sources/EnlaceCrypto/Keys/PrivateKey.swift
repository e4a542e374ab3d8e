import CEnlaceOpenSSL
package import EnlaceFiles
import EnlaceModel

/// A private key of one of the allowed kinds; OpenSSL overwrites it when the object ends.
///
/// `@unchecked Sendable`: the EVP_PKEY behind it is never changed after `init`, and signing or
/// deriving with it from several threads is allowed as long as each has its own context.
package final class PrivateKey: @unchecked Sendable {
    /// Rounds of PBKDF2-HMAC-SHA-256 for saved keys: about 40 ms, which a person does not notice at
    /// every command and a guesser does at every guess.
    package static let passphraseRounds: Int32 = 100_000
    private static let saltBytes = 16

    let raw: OpaquePointer
    package let algorithm: KeyAlgorithm
    package let publicKey: PublicKey

    /// Takes over one reference to an OpenSSL key, also when it throws.
    init(taking raw: OpaquePointer, object: String) throws(CryptoError) {
        do throws(CryptoError) {
            algorithm = try KeyAlgorithm.of(raw, object: object)
            let spki = try encodeDER("public key") { i2d_PUBKEY(raw, $0) }
            publicKey = try PublicKey(derBytes: spki, object: object)
        } catch {
            EVP_PKEY_free(raw)
            throw error
        }
        self.raw = raw
    }

    deinit { EVP_PKEY_free(raw) }

    /// Makes a new key from OpenSSL's random generator.
    package static func generate(
        _ algorithm: KeyAlgorithm = .p256
    ) throws(CryptoError) -> PrivateKey {
        ERR_clear_error()
        let name = algorithm == .ed25519 ? "ED25519" : "EC"
        let context = EVP_PKEY_CTX_new_from_name(nil, name, nil)
        defer { EVP_PKEY_CTX_free(context) }
        var raw: OpaquePointer?
        guard let context, EVP_PKEY_keygen_init(context) == 1,
            algorithm == .ed25519
                || EVP_PKEY_CTX_set_group_name(context, algorithm.rawValue) == 1,
            EVP_PKEY_generate(context, &raw) == 1, let raw
        else { throw CryptoError(.cryptoFailure, object: "key generation") }
        return try PrivateKey(taking: raw, object: algorithm.rawValue)
    }

    /// Reads and opens a key file; see `KeyFile` for the errors.
    package static func load(
        file: String, passphrase: Secret? = nil
    ) throws(CryptoError) -> PrivateKey {
        try KeyFile(file).open(passphrase: passphrase)
    }

    /// Writes the key to a new file with mode 0600, durably; an existing file is refused with
    /// `FILE_EXISTS`, so that no key is ever lost by a repeated command.
    package func save(file: String, passphrase: Secret? = nil) throws(CryptoError) {
        let pem = try pem(passphrase: passphrase)
        do {
            try FileSystem.createDurably(pem, at: file, mode: .privateFile)
        } catch {
            throw CryptoError(error)
        }
    }

    /// PKCS#8 in PEM: with a passphrase encrypted by PBES2 (RFC 8018 section 6.2) with
    /// PBKDF2-HMAC-SHA-256 and AES-256-CBC, without one in the clear.
    ///
    /// An empty passphrase is refused with `PASSPHRASE_MISSING`.
    package func pem(passphrase: Secret? = nil) throws(CryptoError) -> Secret {
        ERR_clear_error()
        let bio = try MemoryBIO()
        guard let info = EVP_PKEY2PKCS8(raw) else {
            throw CryptoError(.cryptoFailure, object: "PKCS#8")
        }
        defer { PKCS8_PRIV_KEY_INFO_free(info) }
        let status: Int32
        if let passphrase {
            let sealed = try Self.seal(info, passphrase: passphrase)
            defer { X509_SIG_free(sealed) }
            status = PEM_write_bio_PKCS8(bio.raw, sealed)
        } else {
            status = PEM_write_bio_PKCS8_PRIV_KEY_INFO(bio.raw, info)
        }
        guard status == 1 else { throw CryptoError(.cryptoFailure, object: "PKCS#8") }
        return bio.writtenSecret()
    }

    private static func seal(
        _ info: OpaquePointer, passphrase: Secret
    ) throws(CryptoError) -> OpaquePointer {
        guard !passphrase.isEmpty else {
            throw CryptoError(.passphraseMissing, object: "private key")
        }
        var salt = SystemRandom().bytes(saltBytes)
        let parameters = PKCS5_pbe2_set_iv(
            EVP_aes_256_cbc(), passphraseRounds, &salt, Int32(saltBytes), nil,
            NID_hmacWithSHA256)
        guard let parameters else { throw CryptoError(.cryptoFailure, object: "PBES2") }
        let sealed = passphrase.withBytes { bytes in
            let text = bytes.assumingMemoryBound(to: CChar.self)
            return PKCS8_set0_pbe(text.baseAddress, Int32(text.count), info, parameters)
        }
        guard let sealed else {
            X509_ALGOR_free(parameters)
            throw CryptoError(.cryptoFailure, object: "PBES2")
        }
        return sealed
    }
}
