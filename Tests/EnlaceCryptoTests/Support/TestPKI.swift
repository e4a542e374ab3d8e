import EnlaceFiles
import EnlaceModel
import Testing

@testable import EnlaceCrypto

/// A country's authority in a temporary folder, and what it issues in a test.
struct TestPKI {
    static let now = Timestamp(milliseconds: 1_795_000_000_000)
    static let node = "US-DHS-HSI-NYC"
    static let officer = "US-DHS-HSI-NYC/a7"

    let folder: String
    let authority: CertificateAuthority

    init(folder: String, name: String = "Autoridad del país «México»") throws {
        self.folder = folder
        authority = try CertificateAuthority.create(
            folder: FileSystem.join(folder, "authority"), name: name, country: "MX",
            organization: "Secretaría de Ñandúes", passphrase: nil, now: Self.now)
    }

    static func name(for profile: CertificateProfile) throws -> CertificateName? {
        switch profile.holder {
        case .authority: nil
        case .node: .node(try NodeID(node))
        case .officer: .officer(try OfficerID(officer))
        }
    }

    static func request(
        _ profile: CertificateProfile, key: PrivateKey? = nil
    ) throws -> CertificateRequest {
        let key = try key ?? PrivateKey.generate()
        guard let name = try name(for: profile) else {
            return try CertificateRequest.make(
                profile: profile, names: AlternativeNames(),
                subject: CertificateSubject(commonName: "Agency"), key: key)
        }
        return try CertificateRequest.make(profile: profile, name: name, key: key)
    }

    func issue(
        _ profile: CertificateProfile, now: Timestamp = now, lasting: Duration? = nil
    ) throws -> Certificate {
        try authority.issue(Self.request(profile), as: profile, now: now, lasting: lasting)
    }

    /// An agency's authority below any other, whatever that one may issue.
    func agency(
        _ folderName: String, below: CertificateAuthority
    ) throws -> CertificateAuthority {
        let path = FileSystem.join(folder, folderName)
        let request = try CertificateAuthority.requestAgency(
            folder: path, name: folderName, country: "MX", passphrase: nil)
        let certificate = try below.issueUnchecked(
            request, as: .agencyAuthority,
            validity: Validity(from: Self.now, lasting: .seconds(86_400 * 1000)))
        return try CertificateAuthority.install(
            folder: path, chain: [certificate, below.certificate], passphrase: nil, now: Self.now)
    }

    func verifier(policy: RevocationPolicy = .standard) throws -> ChainVerifier {
        try ChainVerifier(
            anchors: [authority.certificate],
            revocationLists: [authority.revocationList()], policy: policy)
    }
}

/// Runs a body with an authority of its own.
func withTestPKI(_ body: (TestPKI) throws -> Void) throws {
    try withTemporaryFolder { try body(TestPKI(folder: $0)) }
}
