import CEnlaceOpenSSL
package import EnlaceFiles
import EnlaceModel

/// A private key's file as read: PKCS#8 in PEM (RFC 5958, RFC 7468 sections 10 and 11), with or
/// without a passphrase; not yet opened.
package struct KeyFile: Sendable {
    /// The largest key file read.
    package static let bytesMax = 16_384

    private static let protectedLabel = "-----BEGIN ENCRYPTED PRIVATE KEY-----"
    private static let plainLabel = "-----BEGIN PRIVATE KEY-----"

    /// Whether `open` needs a passphrase.
    package let isPassphraseProtected: Bool
    private let pem: Secret
    private let object: String

    /// Reads a file that only its owner may read.
    ///
    /// Throws `KEY_MISSING` when there is none, `FILE_WORLD_READABLE` when others may read it,
    /// `KEY_MALFORMED` when it is not PKCS#8 in PEM.
    package init(_ path: String) throws(CryptoError) {
        let pem: Secret
        do {
            pem = try FileSystem.readPrivate(path, bytesMax: Self.bytesMax)
        } catch {
            throw error.code == .fileNotFound
                ? CryptoError(.keyMissing, object: error.object) : CryptoError(error)
        }
        try self.init(pem: pem, object: path)
    }

    /// Takes PEM text from elsewhere; `object` names it in errors.
    package init(pem: Secret, object: String) throws(CryptoError) {
        self.pem = pem
        self.object = object
        isPassphraseProtected = pem.contains(Self.protectedLabel)
        guard isPassphraseProtected || pem.contains(Self.plainLabel) else {
            ERR_clear_error()
            throw CryptoError(
                .keyMalformed, object: object, context: ["expected": "PKCS#8 in PEM"])
        }
    }

    /// Opens the key; a passphrase for an unprotected key is ignored.
    ///
    /// Throws `PASSPHRASE_MISSING`, `PASSPHRASE_WRONG`, `KEY_MALFORMED` or `KEY_NOT_ALLOWED`.
    package func open(passphrase: Secret? = nil) throws(CryptoError) -> PrivateKey {
        ERR_clear_error()
        let raw = try pem.withBytes { bytes throws(CryptoError) in
            let bio = try MemoryBIO(borrowing: bytes)
            return isPassphraseProtected
                ? try openProtected(bio, passphrase: passphrase) : openPlain(bio)
        }
        guard let raw else { throw CryptoError(.keyMalformed, object: object) }
        return try PrivateKey(taking: raw, object: object)
    }

    private func openPlain(_ bio: borrowing MemoryBIO) -> OpaquePointer? {
        // Without a callback OpenSSL would ask at the terminal.
        PEM_read_bio_PrivateKey(bio.raw, nil, { _, _, _, _ in -1 }, nil)
    }

    private func openProtected(
        _ bio: borrowing MemoryBIO, passphrase: Secret?
    ) throws(CryptoError) -> OpaquePointer? {
        guard let sealed = PEM_read_bio_PKCS8(bio.raw, nil, nil, nil) else { return nil }
        defer { X509_SIG_free(sealed) }
        guard let passphrase, !passphrase.isEmpty else {
            throw CryptoError(.passphraseMissing, object: object)
        }
        let opened = passphrase.withBytes { bytes in
            let text = bytes.assumingMemoryBound(to: CChar.self)
            return PKCS8_decrypt(sealed, text.baseAddress, Int32(text.count))
        }
        guard let opened else { throw CryptoError(.passphraseWrong, object: object) }
        defer { PKCS8_PRIV_KEY_INFO_free(opened) }
        return EVP_PKCS82PKEY(opened)
    }
}

extension Secret {
    fileprivate func contains(_ text: String) -> Bool {
        let wanted = Array(text.utf8)
        return withBytes { bytes in
            guard bytes.count >= wanted.count else { return false }
            return (0...(bytes.count - wanted.count)).contains { start in
                bytes[start..<(start + wanted.count)].elementsEqual(wanted)
            }
        }
    }
}

extension CryptoError {
    /// The same failure told as an error of this module.
    init(_ error: FileError) {
        self.init(error.code, object: error.object, context: error.context)
    }
}
