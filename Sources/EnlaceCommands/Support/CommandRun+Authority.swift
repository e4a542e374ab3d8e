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
        return try Terminal.askWithoutEcho(text(.askAuthorityPassphrase))
    }
}

extension CertificateAuthority {
    /// Whether it is a country's, which others pin.
    var isCountry: Bool { above.isEmpty }
}

extension CertificateProfile {
    /// Reads a profile's name as people type it.
    init(word: String) throws {
        guard let profile = CertificateProfile(rawValue: word) else {
            throw CommandError(
                .codeUnknown, object: VisibleText.make(word),
                context: [
                    "expected": CertificateProfile.allCases.map(\.rawValue).joined(separator: " ")
                ])
        }
        self = profile
    }
}

extension CertificateName {
    /// Reads `NODE` or `NODE/officer`.
    init(subject: String) throws {
        self =
            subject.contains("/") ? .officer(try OfficerID(subject)) : .node(try NodeID(subject))
    }
}
