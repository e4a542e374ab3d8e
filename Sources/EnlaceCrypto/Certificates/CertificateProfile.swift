import EnlaceModel

/// The place a certificate is made for, and the only one it is accepted in.
package enum CertificateProfile: String, Sendable, CaseIterable {
    /// Self-signed, issues to nodes, officers and one level of agency authorities below it.
    case countryAuthority = "country-authority"
    /// Issued by a country authority, issues to nodes and officers only.
    case agencyAuthority = "agency-authority"
    /// Both ports of a node, as server and as client.
    case nodeTLS = "node-tls"
    /// Envelopes to a node; the key agrees and never signs, except for its own request.
    case nodeEncryption = "node-encryption"
    /// Cards, directories, policies and other statements of a node.
    case nodeStatement = "node-statement"
    /// An officer's logging in.
    case officerClient = "officer-client"
    /// An officer's signature on documents.
    case officerSigning = "officer-signing"

    /// Whom a certificate of this profile names.
    package enum Holder: Sendable {
        case authority
        case node
        case officer
    }

    package var holder: Holder {
        switch self {
        case .countryAuthority, .agencyAuthority: .authority
        case .nodeTLS, .nodeEncryption, .nodeStatement: .node
        case .officerClient, .officerSigning: .officer
        }
    }

    /// How long a certificate of this profile is made for when nothing else is said.
    package var validityDefault: Duration {
        switch self {
        case .countryAuthority: .seconds(3650 * 86_400)
        case .agencyAuthority: .seconds(1825 * 86_400)
        case .nodeStatement: .seconds(730 * 86_400)
        case .nodeTLS, .nodeEncryption, .officerClient, .officerSigning: .seconds(397 * 86_400)
        }
    }

    /// The usages that it is made with.
    var keyUsage: KeyUsage {
        switch self {
        case .countryAuthority, .agencyAuthority: [.keyCertSign, .cRLSign]
        case .nodeTLS, .officerClient: [.digitalSignature]
        case .nodeEncryption: [.keyAgreement]
        case .nodeStatement: [.digitalSignature, .contentCommitment]
        case .officerSigning: [.contentCommitment]
        }
    }

    /// The extended usages that it is made with and must have, no more and no fewer.
    var extendedKeyUsages: [ExtendedKeyUsage] {
        switch self {
        case .nodeTLS: [.serverAuth, .clientAuth]
        case .officerClient: [.clientAuth]
        default: []
        }
    }

    /// How many authorities may follow below one of this profile; `nil` for those that are none.
    var pathLengthMax: Int? {
        switch self {
        case .countryAuthority: 1
        case .agencyAuthority: 0
        default: nil
        }
    }
}

extension CertificateProfile {
    /// Refuses a certificate made for another place with `CERTIFICATE_WRONG_USAGE`, and one that
    /// names several nodes or officers with `CERTIFICATE_WRONG_NAME`.
    package func check(_ certificate: Certificate) throws(CryptoError) {
        guard certificate.isAuthority == (holder == .authority),
            allows(certificate.keyUsage ?? []),
            Set(certificate.extendedKeyUsages) == Set(extendedKeyUsages),
            names(certificate.alternativeNames.names),
            self != .nodeEncryption || certificate.subjectKeyIdentifier?.count == 20
        else {
            throw CryptoError(
                .certificateWrongUsage, object: certificate.subject,
                context: ["expected": rawValue])
        }
        guard holder == .authority || certificate.name != nil else {
            throw CryptoError(
                .certificateWrongName, object: certificate.subject,
                context: ["expected": "1 name"])
        }
    }

    /// The profile that a certificate is accepted as; `nil` when there is none.
    package static func of(_ certificate: Certificate) -> CertificateProfile? {
        if certificate.isAuthority {
            return certificate.issuerBytes == certificate.subjectBytes
                ? .countryAuthority : .agencyAuthority
        }
        return allCases.first { profile in
            (try? profile.check(certificate)) != nil
        }
    }

    /// Where a commitment is demanded, an agency's own authority may add `digitalSignature`.
    private func allows(_ usage: KeyUsage) -> Bool {
        switch self {
        case .countryAuthority, .agencyAuthority: usage.isSuperset(of: keyUsage)
        case .nodeStatement, .officerSigning:
            usage.contains(.contentCommitment)
                && usage.isSubset(of: [.contentCommitment, .digitalSignature])
        case .nodeTLS, .nodeEncryption, .officerClient: usage == keyUsage
        }
    }

    func names(_ names: [CertificateName]) -> Bool {
        names.allSatisfy { name in
            switch (holder, name) {
            case (.node, .node), (.officer, .officer): true
            default: false
            }
        } && names.isEmpty == (holder == .authority)
    }
}
