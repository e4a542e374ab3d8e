import CEnlaceOpenSSL
import EnlaceFiles
import EnlaceModel

/// A certification request (PKCS#10, RFC 2986) whose signature has been checked: who made it holds
/// the private key. What it asks for is the issuer's to grant.
package struct CertificateRequest: Sendable {
    /// The largest request read.
    package static let bytesMax = 16_384

    /// The exact bytes.
    package let derBytes: [UInt8]
    /// The subject in the form of RFC 4514, safe to show.
    package let subject: String
    package let publicKey: PublicKey
    /// The names asked for.
    package let names: AlternativeNames
    /// The profile whose usages are asked for; `nil` when none fits.
    package let profile: CertificateProfile?
    let subjectBytes: [UInt8]

    /// Decodes DER and checks the proof of possession; every flaw is `CERTIFICATE_REQUEST_INVALID`.
    package init(derBytes: [UInt8], object: String = "request") throws(CryptoError) {
        let raw = try decodeDER(
            derBytes, bytesMax: Self.bytesMax, refusal: .certificateRequestInvalid, object: object,
            free: X509_REQ_free
        ) { d2i_X509_REQ(nil, $0, $1) }
        defer {
            X509_REQ_free(raw)
            ERR_clear_error()
        }
        guard let key = X509_REQ_get0_pubkey(raw), X509_REQ_verify(raw, key) == 1 else {
            throw CryptoError(
                .certificateRequestInvalid, object: object, context: ["reason": "signature"])
        }
        let publicKey = try PublicKey(copying: key, object: object)
        guard publicKey.algorithm.isForCertificates else {
            throw CryptoError(.keyNotAllowed, object: object, context: ["expected": "P-256, P-384"])
        }
        let asked = try RequestedExtensions(raw)
        self.derBytes = derBytes
        self.publicKey = publicKey
        subject = try distinguishedName(X509_REQ_get_subject_name(raw))
        subjectBytes = try encodeDER(object) { i2d_X509_NAME(X509_REQ_get_subject_name(raw), $0) }
        names = asked.names
        profile = asked.profile
    }

    /// Makes one with a key of its own kind; the names must be of the holder of the profile.
    package static func make(
        profile: CertificateProfile, names: AlternativeNames, subject: CertificateSubject,
        key: PrivateKey
    ) throws(CryptoError) -> CertificateRequest {
        ERR_clear_error()
        guard profile.names(names.names), names.names.count <= 1 else {
            throw CryptoError(
                .certificateWrongName, object: names.names.first?.uri ?? subject.commonName,
                context: ["expected": profile.rawValue])
        }
        guard let raw = X509_REQ_new() else { throw failure }
        defer { X509_REQ_free(raw) }
        var list: OpaquePointer?
        defer { enlace_extensions_free(list) }
        for (number, value) in try profile.requestExtensions(names) {
            guard enlace_extensions_add(&list, number, value) == 1 else { throw failure }
        }
        try subject.withName { name throws(CryptoError) in
            guard X509_REQ_set_subject_name(raw, name) == 1 else { throw failure }
        }
        guard X509_REQ_set_version(raw, 0) == 1, X509_REQ_set_pubkey(raw, key.raw) == 1,
            X509_REQ_add_extensions(raw, list) == 1,
            X509_REQ_sign(raw, key.raw, key.algorithm.certificateDigest) > 0
        else { throw failure }
        return try CertificateRequest(derBytes: encodeDER("request") { i2d_X509_REQ(raw, $0) })
    }

    /// Makes one for a node or an officer with the subject usual for the name.
    package static func make(
        profile: CertificateProfile, name: CertificateName, dnsNames: [String] = [],
        addresses: [IPAddress] = [], key: PrivateKey
    ) throws(CryptoError) -> CertificateRequest {
        try make(
            profile: profile,
            names: AlternativeNames(names: [name], dnsNames: dnsNames, addresses: addresses),
            subject: CertificateSubject(name), key: key)
    }

    /// Reads a file with one request in PEM (RFC 7468 section 7) or DER.
    package static func load(file: String) throws(CryptoError) -> CertificateRequest {
        let bytes: [UInt8]
        do {
            bytes = try FileSystem.read(file, bytesMax: bytesMax * 2)
        } catch {
            throw CryptoError(error)
        }
        return try decode(bytes, object: file)
    }

    /// Decodes one request in PEM or DER.
    package static func decode(
        _ bytes: [UInt8], object: String
    ) throws(CryptoError) -> CertificateRequest {
        if bytes.first == 0x30 { return try CertificateRequest(derBytes: bytes, object: object) }
        let blocks = try PEMBlock.decodeAll(
            bytes, label: label, countMax: 1, refusal: .certificateRequestInvalid, object: object)
        return try CertificateRequest(derBytes: blocks[0], object: object)
    }

    /// The request in PEM, with a line end.
    package var pem: String { PEMBlock.encode(derBytes, label: Self.label) }

    private static let label = "CERTIFICATE REQUEST"

    private static var failure: CryptoError { CryptoError(.cryptoFailure, object: "request") }
}

/// What a request asks for in its extensionRequest attribute (RFC 2985 section 5.4.2).
private struct RequestedExtensions {
    var names = AlternativeNames()
    var profile: CertificateProfile?

    init(_ raw: OpaquePointer) throws(CryptoError) {
        let list = X509_REQ_get_extensions(raw)
        defer { enlace_extensions_free(list) }
        if let found = X509V3_get_d2i(list, NID_subject_alt_name, nil, nil) {
            let general = OpaquePointer(found)
            defer { GENERAL_NAMES_free(general) }
            names = try AlternativeNames(general)
        }
        var extended: [ExtendedKeyUsage] = []
        if let found = X509V3_get_d2i(list, NID_ext_key_usage, nil, nil) {
            let usages = OpaquePointer(found)
            defer { EXTENDED_KEY_USAGE_free(usages) }
            extended = readExtendedKeyUsages(usages)
        }
        let usage = Self.keyUsage(list)
        profile = CertificateProfile.allCases.reversed().first { [names] profile in
            profile.keyUsage == usage && Set(profile.extendedKeyUsages) == Set(extended)
                && profile.names(names.names)
        }
    }

    /// The bits in their order in the encoding: the first byte as it is, the second shifted up.
    private static func keyUsage(_ list: OpaquePointer?) -> KeyUsage {
        guard let found = X509V3_get_d2i(list, NID_key_usage, nil, nil) else { return [] }
        let bits = found.assumingMemoryBound(to: ASN1_BIT_STRING.self)
        defer { ASN1_BIT_STRING_free(bits) }
        let bytes = asn1Bytes(bits)
        let low = bytes.first.map { UInt32($0) } ?? 0
        return KeyUsage(rawValue: bytes.count > 1 ? low | UInt32(bytes[1]) << 8 : low)
    }
}
