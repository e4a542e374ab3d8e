import CEnlaceOpenSSL
package import EnlaceModel

/// Everything an authority states in a certificate before it signs.
struct CertificateBuilder {
    let profile: CertificateProfile
    let serial: CertificateSerial
    /// The subject's Name in DER.
    let subjectBytes: [UInt8]
    let publicKey: PublicKey
    let names: AlternativeNames
    let validity: Validity

    /// Signs as the issuer; without an issuer's certificate the certificate is its own.
    func sign(issuer: Certificate?, key: PrivateKey) throws(CryptoError) -> Certificate {
        ERR_clear_error()
        guard let raw = X509_new() else { throw failure }
        do throws(CryptoError) {
            try setFields(raw, issuer: issuer)
            for (number, value) in try extensions(isSelfSigned: issuer == nil) {
                guard enlace_certificate_add(raw, issuer?.raw ?? raw, number, value) == 1 else {
                    throw failure
                }
            }
            guard X509_sign(raw, key.raw, key.algorithm.certificateDigest) > 0 else {
                throw failure
            }
        } catch {
            X509_free(raw)
            throw error
        }
        defer { X509_free(raw) }
        // Decoding the bytes anew leaves no value that was computed before the signature.
        return try Certificate(derBytes: encodeDER("certificate") { i2d_X509(raw, $0) })
    }

    private func setFields(_ raw: OpaquePointer, issuer: Certificate?) throws(CryptoError) {
        try serial.withInteger { integer throws(CryptoError) in
            guard X509_set_serialNumber(raw, integer) == 1 else { throw failure }
        }
        let subject = try decodedName(subjectBytes)
        defer { X509_NAME_free(subject) }
        let issuerName = try decodedName(issuer?.subjectBytes ?? subjectBytes)
        defer { X509_NAME_free(issuerName) }
        guard X509_set_version(raw, Int(X509_VERSION_3)) == 1,
            X509_set_subject_name(raw, subject) == 1,
            X509_set_issuer_name(raw, issuerName) == 1,
            ASN1_TIME_set(X509_getm_notBefore(raw), validity.notBefore.wholeSeconds) != nil,
            ASN1_TIME_set(X509_getm_notAfter(raw), validity.notAfter.wholeSeconds) != nil,
            X509_set_pubkey(raw, publicKey.raw) == 1
        else { throw failure }
    }

    private func extensions(isSelfSigned: Bool) throws(CryptoError) -> [(Int32, String)] {
        var list = [(NID_basic_constraints, basicConstraints)]
        list += try profile.requestExtensions(names)
        list.append((NID_subject_key_identifier, "hash"))
        if !isSelfSigned { list.append((NID_authority_key_identifier, "keyid:always")) }
        return list
    }

    private var basicConstraints: String {
        profile.pathLengthMax.map { "critical,CA:TRUE,pathlen:\($0)" } ?? "critical,CA:FALSE"
    }

    private var failure: CryptoError { CryptoError(.cryptoFailure, object: "certificate") }
}

extension CertificateProfile {
    /// The extensions that a request asks for and a certificate repeats, as OpenSSL configures them.
    func requestExtensions(_ names: AlternativeNames) throws(CryptoError) -> [(Int32, String)] {
        var list = [(NID_key_usage, "critical," + keyUsage.names.joined(separator: ","))]
        if !extendedKeyUsages.isEmpty {
            list.append((NID_ext_key_usage, extendedKeyUsages.map(\.name).joined(separator: ",")))
        }
        if let value = try names.configuration() { list.append((NID_subject_alt_name, value)) }
        return list
    }
}

/// The first and last moment of a certificate, in whole seconds.
package struct Validity: Hashable, Sendable {
    /// How long before the moment of issue a certificate starts, for machines whose clock is slow.
    package static let tolerance = Duration.seconds(300)

    package let notBefore: Timestamp
    package let notAfter: Timestamp

    package init(notBefore: Timestamp, notAfter: Timestamp) {
        self.notBefore = notBefore
        self.notAfter = notAfter
    }

    /// From a little before `now` until `duration` after it.
    package init(from now: Timestamp, lasting duration: Duration) {
        self.init(
            notBefore: now.advanced(by: .zero - Self.tolerance),
            notAfter: now.advanced(by: duration))
    }

    /// The part that lies within the issuer's own validity.
    func within(_ issuer: Certificate) -> Validity {
        Validity(
            notBefore: max(notBefore, issuer.notBefore), notAfter: min(notAfter, issuer.notAfter))
    }
}

/// An OpenSSL name of its own from DER; the caller frees it.
func decodedName(_ bytes: [UInt8]) throws(CryptoError) -> OpaquePointer {
    try decodeDER(
        bytes, bytesMax: Certificate.bytesMax, refusal: .certificateMalformed, object: "name",
        free: X509_NAME_free
    ) { d2i_X509_NAME(nil, $0, $1) }
}
