import CEnlaceOpenSSL
package import EnlaceModel

/// A public key of one of the allowed kinds; immutable.
///
/// `@unchecked Sendable`: the EVP_PKEY behind it is never changed after `init` and counts its
/// references atomically.
package final class PublicKey: @unchecked Sendable, Hashable {
    /// The largest encoding read.
    package static let bytesMax = 1024

    let raw: OpaquePointer
    package let algorithm: KeyAlgorithm
    /// SubjectPublicKeyInfo in DER (RFC 5280 section 4.1.2.7).
    package let derBytes: [UInt8]

    /// Takes over one reference to an OpenSSL key, also when it throws.
    init(taking raw: OpaquePointer, object: String) throws(CryptoError) {
        do throws(CryptoError) {
            algorithm = try KeyAlgorithm.of(raw, object: object)
            derBytes = try encodeDER("public key") { i2d_PUBKEY(raw, $0) }
        } catch {
            EVP_PKEY_free(raw)
            throw error
        }
        self.raw = raw
    }

    /// Adds a reference of its own to an OpenSSL key.
    convenience init(copying raw: OpaquePointer, object: String) throws(CryptoError) {
        EVP_PKEY_up_ref(raw)
        try self.init(taking: raw, object: object)
    }

    /// Reads SubjectPublicKeyInfo in DER; nothing may follow it.
    package convenience init(derBytes: [UInt8], object: String) throws(CryptoError) {
        let raw = try decodeDER(
            derBytes, bytesMax: Self.bytesMax, refusal: .keyMalformed, object: object,
            free: EVP_PKEY_free
        ) { d2i_PUBKEY(nil, $0, $1) }
        try self.init(taking: raw, object: object)
    }

    deinit { EVP_PKEY_free(raw) }

    /// SHA-256 of the DER encoding.
    package var fingerprint: SHA256Digest { SHA256.digest(derBytes) }

    package static func == (left: PublicKey, right: PublicKey) -> Bool {
        left.derBytes == right.derBytes
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(derBytes) }
}
