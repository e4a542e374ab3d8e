package import EnlaceCrypto
import EnlaceFiles
package import EnlaceModel

/// Two countries with an authority each, and the certificates of their nodes and officers on demand;
/// all keys on P-256, made at run time, gone with the object.
///
/// The country of a name decides the issuer: `US-…` or `MX-…`.
package final class TestPKI: Sendable {
    package let us: CertificateAuthority
    package let mx: CertificateAuthority
    package let now: Timestamp
    private let folder: TemporaryFolder

    /// - Parameter now: when everything is issued; certificates last 397 days from then.
    package init(now: Timestamp = ManualClock.start) throws {
        folder = try TemporaryFolder()
        self.now = now
        us = try CertificateAuthority.create(
            folder: folder.path("us"), name: "Test Authority US", country: "US", passphrase: nil,
            now: now)
        mx = try CertificateAuthority.create(
            folder: folder.path("mx"), name: "Test Authority MX", country: "MX", passphrase: nil,
            now: now)
    }

    package func authority(of node: NodeID) -> CertificateAuthority {
        node.country == "MX" ? mx : us
    }

    /// A new key with its certificate.
    package func credential(
        _ profile: CertificateProfile, name: CertificateName, lasting: Duration? = nil
    ) throws -> Credential {
        let key = try PrivateKey.generate(.p256)
        let request = try CertificateRequest.make(profile: profile, name: name, key: key)
        let certificate = try authority(of: name.node).issue(
            request, as: profile, name: name, now: now, lasting: lasting)
        return try Credential(certificate: certificate, key: key)
    }

    package func node(_ node: NodeID) throws -> PKINode {
        PKINode(
            node: node, tls: try credential(.nodeTLS, name: .node(node)),
            encryption: try credential(.nodeEncryption, name: .node(node)),
            statement: try credential(.nodeStatement, name: .node(node)),
            logKey: try PrivateKey.generate(.ed25519),
            witnessKey: try PrivateKey.generate(.ed25519), authority: authority(of: node), now: now)
    }

    package func officer(_ officer: OfficerID, roles: Set<Role> = [.officer]) throws
        -> PKIOfficer
    {
        PKIOfficer(
            officer: officer, roles: roles,
            client: try credential(.officerClient, name: .officer(officer)),
            signing: try credential(.officerSigning, name: .officer(officer)), now: now)
    }

    /// Revokes a certificate at its issuer; the next `revocationList` says so.
    package func revoke(_ certificate: Certificate, at time: Timestamp) throws {
        guard let name = certificate.name else { return }
        let authority = authority(of: name.node)
        try authority.revoke(certificate.serial, reason: .keyCompromise, now: time)
        try authority.makeRevocationList(now: time)
    }
}
