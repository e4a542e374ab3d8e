import CEnlaceOpenSSL
package import EnlaceModel

/// One certificate revoked by an authority.
package struct Revocation: Hashable, Sendable {
    package let serial: CertificateSerial
    package let moment: Timestamp
    package let reason: RevocationReason

    package init(serial: CertificateSerial, moment: Timestamp, reason: RevocationReason) {
        self.serial = serial
        self.moment = moment
        self.reason = reason
    }
}

/// Everything an authority states in a revocation list before it signs.
struct RevocationListBuilder {
    let number: UInt64
    let thisUpdate: Timestamp
    let nextUpdate: Timestamp
    let revocations: [Revocation]

    func sign(issuer: Certificate, key: PrivateKey) throws(CryptoError) -> RevocationList {
        ERR_clear_error()
        guard let raw = X509_CRL_new() else { throw failure }
        defer { X509_CRL_free(raw) }
        try setFields(raw, issuer: issuer)
        for revocation in revocations { try add(revocation, to: raw) }
        guard X509_CRL_sort(raw) == 1,
            enlace_revocation_list_add(
                raw, issuer.raw, NID_authority_key_identifier, "keyid:always") == 1,
            enlace_revocation_list_number(raw, number) == 1,
            X509_CRL_sign(raw, key.raw, key.algorithm.certificateDigest) > 0
        else { throw failure }
        return try RevocationList(derBytes: encodeDER("revocation list") { i2d_X509_CRL(raw, $0) })
    }

    private func setFields(_ raw: OpaquePointer, issuer: Certificate) throws(CryptoError) {
        let name = try decodedName(issuer.subjectBytes)
        defer { X509_NAME_free(name) }
        let this = ASN1_TIME_set(nil, thisUpdate.wholeSeconds)
        defer { ASN1_TIME_free(this) }
        let next = ASN1_TIME_set(nil, nextUpdate.wholeSeconds)
        defer { ASN1_TIME_free(next) }
        guard X509_CRL_set_version(raw, Int(X509_CRL_VERSION_2)) == 1,
            X509_CRL_set_issuer_name(raw, name) == 1,
            X509_CRL_set1_lastUpdate(raw, this) == 1, X509_CRL_set1_nextUpdate(raw, next) == 1
        else { throw failure }
    }

    private func add(_ revocation: Revocation, to raw: OpaquePointer) throws(CryptoError) {
        guard let entry = X509_REVOKED_new() else { throw failure }
        let moment = ASN1_TIME_set(nil, revocation.moment.wholeSeconds)
        defer { ASN1_TIME_free(moment) }
        do throws(CryptoError) {
            try revocation.serial.withInteger { integer throws(CryptoError) in
                guard X509_REVOKED_set_serialNumber(entry, integer) == 1 else { throw failure }
            }
            guard X509_REVOKED_set_revocationDate(entry, moment) == 1,
                revocation.reason == .unspecified
                    || enlace_revocation_add_reason(entry, revocation.reason.number) == 1,
                X509_CRL_add0_revoked(raw, entry) == 1
            else { throw failure }
        } catch {
            X509_REVOKED_free(entry)
            throw error
        }
    }

    private var failure: CryptoError { CryptoError(.cryptoFailure, object: "revocation list") }
}
