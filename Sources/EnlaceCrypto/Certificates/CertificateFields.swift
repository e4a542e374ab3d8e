import CEnlaceOpenSSL
import EnlaceModel
import Glibc

/// Reads the fields of one decoded X509; borrows it for the time of `Certificate.init`.
struct CertificateFields {
    private static let signatureAlgorithms: Set<Int32> = [
        NID_ecdsa_with_SHA256, NID_ecdsa_with_SHA384,
    ]

    private let raw: OpaquePointer
    private let object: String

    init(_ raw: OpaquePointer, object: String) {
        self.raw = raw
        self.object = object
    }

    /// Fills in what OpenSSL computes lazily, and refuses versions, extensions and algorithms that
    /// this product does not read.
    func check() throws(CryptoError) {
        ERR_clear_error()
        X509_check_purpose(raw, -1, 0)
        guard X509_get_extension_flags(raw) & UInt32(EXFLAG_INVALID) == 0 else {
            throw malformed("extensions")
        }
        guard X509_get_version(raw) == X509_VERSION_3 else { throw malformed("version") }
        guard Self.signatureAlgorithms.contains(X509_get_signature_nid(raw)) else {
            throw CryptoError(
                .keyNotAllowed, object: object, context: ["expected": "ECDSA, SHA-256, SHA-384"])
        }
    }

    func serial() throws(CryptoError) -> CertificateSerial {
        guard let serial = CertificateSerial(X509_get0_serialNumber(raw)) else {
            throw malformed("serial number")
        }
        return serial
    }

    func serialBytes() throws(CryptoError) -> [UInt8] {
        try encodeDER(object) { i2d_ASN1_INTEGER(X509_get0_serialNumber(raw), $0) }
    }

    func moment(_ time: UnsafePointer<ASN1_TIME>?) throws(CryptoError) -> Timestamp {
        guard let moment = Timestamp(time) else { throw malformed("validity") }
        return moment
    }

    func publicKey() throws(CryptoError) -> PublicKey {
        guard let key = X509_get0_pubkey(raw) else {
            throw CryptoError(.keyNotAllowed, object: object)
        }
        let publicKey = try PublicKey(copying: key, object: object)
        guard publicKey.algorithm.isForCertificates else {
            throw CryptoError(.keyNotAllowed, object: object, context: ["expected": "P-256, P-384"])
        }
        return publicKey
    }

    func alternativeNames() throws(CryptoError) -> AlternativeNames {
        guard let found = X509_get_ext_d2i(raw, NID_subject_alt_name, nil, nil) else {
            return AlternativeNames()
        }
        let names = OpaquePointer(found)
        defer { GENERAL_NAMES_free(names) }
        return try AlternativeNames(names)
    }

    /// What the basic constraints say; X509_check_ca would also weigh the key usage.
    var isAuthority: Bool { X509_get_extension_flags(raw) & UInt32(EXFLAG_CA) != 0 }

    func keyUsage() -> KeyUsage? {
        let bits = X509_get_key_usage(raw)
        return bits == UInt32.max ? nil : KeyUsage(rawValue: bits)
    }

    func extendedKeyUsages() -> [ExtendedKeyUsage] {
        guard let found = X509_get_ext_d2i(raw, NID_ext_key_usage, nil, nil) else { return [] }
        let usages = OpaquePointer(found)
        defer { EXTENDED_KEY_USAGE_free(usages) }
        return readExtendedKeyUsages(usages)
    }

    private func malformed(_ part: String) -> CryptoError {
        CryptoError(.certificateMalformed, object: object, context: ["reason": part])
    }
}

func readExtendedKeyUsages(_ usages: OpaquePointer) -> [ExtendedKeyUsage] {
    (0..<max(0, OPENSSL_sk_num(usages))).map { index in
        var text = [CChar](repeating: 0, count: 128)
        enlace_extended_key_usage(usages, index, &text, Int32(text.count))
        let identifier = text.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.map { String(cString: $0) } ?? ""
        }
        return ExtendedKeyUsage(identifier: identifier)
    }
}

/// A name in the form of RFC 4514, UTF-8 characters as they are, made safe to show.
func distinguishedName(_ name: OpaquePointer?) throws(CryptoError) -> String {
    guard let name else { return "" }
    let bio = try MemoryBIO()
    guard enlace_name_print(bio.raw, name) >= 0 else {
        throw CryptoError(.certificateMalformed, object: "name")
    }
    return VisibleText.make(String(decoding: bio.written(), as: UTF8.self))
}

/// A DER SEQUENCE around encoded elements (X.690 section 8.9, definite lengths).
func derSequence(_ content: [UInt8]) -> [UInt8] {
    var length: [UInt8] = []
    var rest = content.count
    while rest > 0 {
        length.insert(UInt8(truncatingIfNeeded: rest), at: 0)
        rest >>= 8
    }
    if content.count < 0x80 { return [0x30, UInt8(content.count)] + content }
    return [0x30, 0x80 | UInt8(length.count)] + length + content
}

extension Timestamp {
    /// Reads UTCTime or GeneralizedTime; `nil` before 1970 and for what is no time.
    init?(_ time: UnsafePointer<ASN1_TIME>?) {
        var fields = tm()
        guard let time, ASN1_TIME_to_tm(time, &fields) == 1 else { return nil }
        let seconds = timegm(&fields)
        guard seconds >= 0 else { return nil }
        self.init(milliseconds: UInt64(seconds) * 1000)
    }

    /// Whole seconds since 1970, rounded down.
    var wholeSeconds: Int { Int(milliseconds / 1000) }
}
