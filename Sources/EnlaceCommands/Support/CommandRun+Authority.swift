import ArgumentParser
import EnlaceCrypto
import EnlaceFiles
import EnlaceModel

extension CommandRun {
    /// Opens an authority's folder, asking for the passphrase of its key.
    func openAuthority(_ folder: String) throws -> CertificateAuthority {
        let passphrase = try authorityPassphrase(AuthorityFolder(path: folder).keyFile)
        return try CertificateAuthority.open(folder: folder, passphrase: passphrase)
    }

    /// `nil` when the key has none.
    func authorityPassphrase(_ keyFile: String) throws -> Secret? {
        guard try KeyFile(keyFile).isPassphraseProtected else { return nil }
        if let descriptor = options.passphraseDescriptor {
            return try Terminal.readPassphrase(from: descriptor)
        }
        return try Terminal.askPassphrase(text(.askAuthorityPassphrase))
    }
}

extension CertificateAuthority {
    /// Whether it is a country's, which others pin.
    var isCountry: Bool { certificate.isSelfSigned }
}

extension CertificateProfile: ExpressibleByArgument {}

extension RevocationReason: ExpressibleByArgument {}

extension CertificateName {
    /// Reads `NODE` or `NODE/officer`.
    init(subject: String) throws {
        self =
            subject.contains("/") ? .officer(try OfficerID(subject)) : .node(try NodeID(subject))
    }
}
