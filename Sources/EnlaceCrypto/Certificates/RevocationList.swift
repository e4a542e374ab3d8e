import CEnlaceOpenSSL
import EnlaceFiles
package import EnlaceModel

/// A certificate revocation list (RFC 5280 section 5), decoded once; its signature is judged by
/// whoever has the issuer's certificate.
///
/// Complete lists only: delta lists, lists for a part of the certificates and lists with other
/// critical extensions are refused, for an absent serial number would say nothing.
///
/// `@unchecked Sendable`: the X509_CRL behind it is never changed after `init`; only its signature
/// is verified, which reads it.
package final class RevocationList: @unchecked Sendable {
    /// The largest list read, in bytes of DER.
    package static let bytesMax = 8 << 20

    private let raw: OpaquePointer
    /// The exact bytes.
    package let derBytes: [UInt8]
    /// The issuer in the form of RFC 4514, safe to show.
    package let issuer: String
    package let issuerBytes: [UInt8]
    package let thisUpdate: Timestamp
    /// When the issuer promises the next list.
    package let nextUpdate: Timestamp
    /// The serial numbers revoked, with the moment each was.
    package let revoked: [CertificateSerial: Timestamp]
    /// SHA-256 of `derBytes`.
    package let fingerprint: SHA256Digest

    /// Decodes DER; every flaw is `REVOCATION_LIST_INVALID`.
    package init(derBytes: [UInt8], object: String = "revocation list") throws(CryptoError) {
        let raw = try decodeDER(
            derBytes, bytesMax: Self.bytesMax, refusal: .revocationListInvalid, object: object,
            free: X509_CRL_free
        ) { d2i_X509_CRL(nil, $0, $1) }
        do throws(CryptoError) {
            try Self.checkExtensions(raw, object: object)
            guard let thisUpdate = Timestamp(X509_CRL_get0_lastUpdate(raw)),
                let nextUpdate = Timestamp(X509_CRL_get0_nextUpdate(raw))
            else { throw Self.invalid(object, "times") }
            self.thisUpdate = thisUpdate
            self.nextUpdate = nextUpdate
            issuer = try distinguishedName(X509_CRL_get_issuer(raw))
            issuerBytes = try encodeDER(object) { i2d_X509_NAME(X509_CRL_get_issuer(raw), $0) }
            revoked = try Self.entries(raw, object: object)
        } catch {
            X509_CRL_free(raw)
            throw error
        }
        self.raw = raw
        self.derBytes = derBytes
        fingerprint = SHA256.digest(derBytes)
    }

    deinit { X509_CRL_free(raw) }

    /// Whether this authority issued and signed the list.
    package func isSigned(by authority: Certificate) -> Bool {
        defer { ERR_clear_error() }
        return issuerBytes == authority.subjectBytes
            && authority.keyUsage?.contains(.cRLSign) ?? true
            && X509_CRL_verify(raw, authority.publicKey.raw) == 1
    }

    /// Reads a file with one list in PEM (RFC 7468 section 6) or DER.
    package static func load(file: String) throws(CryptoError) -> RevocationList {
        let bytes: [UInt8]
        do {
            bytes = try FileSystem.read(file, bytesMax: bytesMax * 2)
        } catch {
            throw error.code == .fileNotFound
                ? CryptoError(.revocationListMissing, object: error.object) : CryptoError(error)
        }
        return try decode(bytes, object: file)
    }

    /// Decodes one list in PEM or DER.
    package static func decode(_ bytes: [UInt8], object: String) throws(CryptoError)
        -> RevocationList
    {
        if bytes.first == 0x30 { return try RevocationList(derBytes: bytes, object: object) }
        let blocks = try PEMBlock.decodeAll(
            bytes, label: label, countMax: 1, refusal: .revocationListInvalid, object: object)
        return try RevocationList(derBytes: blocks[0], object: object)
    }

    /// The list in PEM, with a line end.
    package var pem: String { PEMBlock.encode(derBytes, label: Self.label) }

    private static let label = "X509 CRL"
    private static let knownExtensions: Set<Int32> = [
        NID_authority_key_identifier, NID_crl_number,
    ]

    private static func checkExtensions(_ raw: OpaquePointer, object: String) throws(CryptoError) {
        for index in 0..<max(0, X509_CRL_get_ext_count(raw)) {
            let found = X509_CRL_get_ext(raw, index)
            let number = OBJ_obj2nid(X509_EXTENSION_get_object(found))
            let isHarmless = X509_EXTENSION_get_critical(found) == 0 && number != NID_delta_crl
            guard knownExtensions.contains(number) || isHarmless else {
                throw invalid(object, "extensions")
            }
        }
    }

    private static func entries(
        _ raw: OpaquePointer, object: String
    ) throws(CryptoError) -> [CertificateSerial: Timestamp] {
        var revoked: [CertificateSerial: Timestamp] = [:]
        guard let stack = X509_CRL_get_REVOKED(raw) else { return revoked }
        for index in 0..<max(0, OPENSSL_sk_num(stack)) {
            guard let pointer = OPENSSL_sk_value(stack, index) else { break }
            let entry = OpaquePointer(pointer)
            guard let serial = CertificateSerial(X509_REVOKED_get0_serialNumber(entry)),
                let moment = Timestamp(X509_REVOKED_get0_revocationDate(entry)),
                isPlain(entry)
            else { throw invalid(object, "entry \(index + 1)") }
            revoked[serial] = moment
        }
        return revoked
    }

    /// Entries of other issuers are marked by a critical extension.
    private static func isPlain(_ entry: OpaquePointer) -> Bool {
        (0..<max(0, X509_REVOKED_get_ext_count(entry))).allSatisfy {
            X509_EXTENSION_get_critical(X509_REVOKED_get_ext(entry, $0)) == 0
        }
    }

    private static func invalid(_ object: String, _ reason: String) -> CryptoError {
        CryptoError(.revocationListInvalid, object: object, context: ["reason": reason])
    }
}
