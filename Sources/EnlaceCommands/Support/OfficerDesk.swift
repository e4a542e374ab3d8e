import EnlaceCrypto
import EnlaceFiles
import EnlaceModel

/// An officer at their machine: the profile and the keys that it names, opened when needed.
final class OfficerDesk {
    let file: ProfileFile
    private let unlock: KeyUnlock
    private var openedLogin: Credential?
    private var openedSigner: Credential?

    init(file: ProfileFile, unlock: KeyUnlock) {
        self.file = file
        self.unlock = unlock
    }

    var profile: Profile { file.profile }

    /// What the officer logs in with.
    func login() throws -> Credential {
        if let openedLogin { return openedLogin }
        let credential = try unlock.credential(
            certificate: file.resolve(profile.clientCertificate),
            key: file.resolve(profile.clientKey))
        openedLogin = credential
        return credential
    }

    /// Whom the node's certificate must be vouched for by.
    func authorities() throws -> [Certificate] {
        try profile.authorities.flatMap { try Certificate.loadAll(file: file.resolve($0)) }
    }

    /// What the officer signs with.
    func signer() throws -> Credential {
        if let openedSigner { return openedSigner }
        let credential = try unlock.credential(
            certificate: file.resolve(profile.signingCertificate),
            key: file.resolve(profile.signingKey))
        openedSigner = credential
        return credential
    }

    /// The author as documents name them.
    func author() throws -> DocumentHeader.Author {
        DocumentHeader.Author(
            officer: profile.officer, certificate: try signer().certificate.fingerprint)
    }

    func sign(_ content: [UInt8], at time: Timestamp) throws -> UnverifiedSignedDocument {
        let signer = try signer()
        return try SignedDocument.sign(
            content: content, key: signer.key, certificate: signer.certificate, at: time)
    }

    func approve(
        _ document: UnverifiedSignedDocument, at time: Timestamp
    ) throws -> UnverifiedSignedDocument {
        let signer = try signer()
        return try SignedDocument.approve(
            document, key: signer.key, certificate: signer.certificate, at: time)
    }
}
