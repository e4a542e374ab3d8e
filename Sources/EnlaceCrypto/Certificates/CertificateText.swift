package import EnlaceModel

/// Certificates, requests and revocation lists in words, in the reader's language; every value from
/// outside has its control characters made visible.
package struct CertificateText: Sendable {
    /// A label of the catalogue and the value beside it.
    package struct Row: Sendable, Hashable {
        package let key: MessageKey
        package let label: String
        package let value: String
    }

    private let language: Language

    package init(language: Language) {
        self.language = language
    }

    package func rows(of certificate: Certificate) -> [Row] {
        let profile = CertificateProfile.of(certificate)
        let usages =
            (certificate.keyUsage ?? []).names + certificate.extendedKeyUsages.map(\.name)
        return [
            row(.certificateUse, use(profile)),
            row(.certificateNames, names(certificate.alternativeNames)),
            row(.certificateSubject, certificate.subject),
            row(.certificateIssuer, certificate.issuer),
            row(.certificateSerial, certificate.serial.text),
            row(.certificateNotBefore, certificate.notBefore.text),
            row(.certificateNotAfter, certificate.notAfter.text),
            row(.certificateKey, certificate.publicKey.algorithm.rawValue),
            row(.certificateKeyUsage, usages.joined(separator: ", ")),
            row(.certificateAddresses, addresses(certificate.alternativeNames)),
            row(.certificateFingerprint, grouped(certificate.fingerprint)),
        ].filter { !$0.value.isEmpty }
    }

    package func rows(of request: CertificateRequest) -> [Row] {
        [
            row(.certificateUse, use(request.profile)),
            row(.certificateNames, names(request.names)),
            row(.certificateSubject, request.subject),
            row(.certificateKey, request.publicKey.algorithm.rawValue),
            row(.certificateAddresses, addresses(request.names)),
            row(.certificatePossession, Catalogue.text(.yes, language: language)),
            row(.certificateFingerprint, grouped(SHA256.digest(request.derBytes))),
        ].filter { !$0.value.isEmpty }
    }

    package func rows(of list: RevocationList) -> [Row] {
        [
            row(.certificateIssuer, list.issuer),
            row(.certificateThisUpdate, list.thisUpdate.text),
            row(.certificateNextUpdate, list.nextUpdate.text),
            row(.certificateRevokedCount, "\(list.revoked.count)"),
            row(.certificateFingerprint, grouped(list.fingerprint)),
        ]
    }

    /// The result of a check in one clause: accepted for what and until when, or why not.
    package func verdict(_ result: Result<VerifiedCertificate, CryptoError>) -> String {
        switch result {
        case .success(let verified):
            Catalogue.text(
                .certificateAccepted, language: language,
                [
                    "use": use(verified.profile), "issuer": verified.certificate.issuer,
                    "notAfter": verified.validUntil.text,
                ])
        case .failure(let error):
            Catalogue.text(
                .certificateRefused, language: language,
                [
                    "code": error.code.rawValue, "cause": error.cause(in: language),
                    "nextStep": error.nextStep(in: language),
                ])
        }
    }

    /// What a profile is for, in words.
    package func use(_ profile: CertificateProfile?) -> String {
        let key: MessageKey =
            switch profile {
            case nil: .certificateUseUnknown
            case .countryAuthority: .certificateUseCountryAuthority
            case .agencyAuthority: .certificateUseAgencyAuthority
            case .nodeTLS: .certificateUseNodeTLS
            case .nodeEncryption: .certificateUseNodeEncryption
            case .nodeStatement: .certificateUseNodeStatement
            case .officerClient: .certificateUseOfficerClient
            case .officerSigning: .certificateUseOfficerSigning
            }
        return Catalogue.text(key, language: language)
    }

    private func row(_ key: MessageKey, _ value: String) -> Row {
        Row(
            key: key, label: Catalogue.text(key, language: language),
            value: VisibleText.make(value))
    }

    private func names(_ names: AlternativeNames) -> String {
        names.names.map(\.uri).joined(separator: ", ")
    }

    private func addresses(_ names: AlternativeNames) -> String {
        (names.dnsNames + names.addresses.map(\.text)).joined(separator: ", ")
    }

    /// In groups of four digits, to be read out on the telephone.
    private func grouped(_ digest: SHA256Digest) -> String {
        stride(from: 0, to: digest.bytes.count, by: 2)
            .map { Hex.encode(digest.bytes[$0..<($0 + 2)]) }.joined(separator: " ")
    }
}
