import CEnlaceOpenSSL
import EnlaceModel

/// The algorithms of the product, fetched from OpenSSL once and kept until the process ends: a fetch
/// per operation costs more than hashing a short text.
///
/// `@unchecked Sendable`: the objects behind the pointers are immutable and count their references
/// atomically (EVP_MD_fetch(3)).
final class Algorithms: @unchecked Sendable {
    let sha256: OpaquePointer
    let sha384: OpaquePointer
    let aes256GCM: OpaquePointer
    let aes256Wrap: OpaquePointer
    let x963KDF: OpaquePointer
    /// An EVP_PKEY that holds the parameters of P-256 and no key: making keys from it and reading
    /// points into a copy of it is 2 to 3 times faster than naming the group each time.
    let p256: OpaquePointer

    private static let fetched: Result<Algorithms, CryptoError> = {
        do throws(CryptoError) {
            return .success(try Algorithms())
        } catch {
            return .failure(error)
        }
    }()

    /// Throws `CRYPTO_FAILURE` naming the algorithm that the library does not offer.
    static func shared() throws(CryptoError) -> Algorithms { try fetched.get() }

    private init() throws(CryptoError) {
        sha256 = try Self.require("SHA2-256", EVP_MD_fetch(nil, "SHA2-256", nil))
        sha384 = try Self.require("SHA2-384", EVP_MD_fetch(nil, "SHA2-384", nil))
        aes256GCM = try Self.require("AES-256-GCM", EVP_CIPHER_fetch(nil, "AES-256-GCM", nil))
        aes256Wrap = try Self.require("AES-256-WRAP", EVP_CIPHER_fetch(nil, "AES-256-WRAP", nil))
        x963KDF = try Self.require("X963KDF", EVP_KDF_fetch(nil, "X963KDF", nil))
        p256 = try Self.require("P-256", Self.parameters(of: "P-256"))
    }

    private static func parameters(of group: String) -> OpaquePointer? {
        guard let context = EVP_PKEY_CTX_new_from_name(nil, "EC", nil) else { return nil }
        defer { EVP_PKEY_CTX_free(context) }
        var parameters: OpaquePointer?
        guard EVP_PKEY_paramgen_init(context) == 1,
            EVP_PKEY_CTX_set_group_name(context, group) == 1,
            EVP_PKEY_paramgen(context, &parameters) == 1
        else { return nil }
        return parameters
    }

    private static func require(
        _ name: String, _ pointer: OpaquePointer?
    ) throws(CryptoError) -> OpaquePointer {
        guard let pointer else { throw CryptoError(.cryptoFailure, object: name) }
        return pointer
    }
}
