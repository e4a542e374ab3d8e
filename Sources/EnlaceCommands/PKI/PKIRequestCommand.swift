import ArgumentParser
import EnlaceCrypto
import EnlaceFiles
import EnlaceModel

/// `enlace pki request`: a key and the request for its certificate, in one profile.
struct PKIRequestCommand: EnlaceSubcommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "request", abstract: sentence(.helpPKIRequest),
            discussion: """
                enlace pki request --profile-name node-tls --subject US-DHS-HSI-NYC \
                --dns enlace.hsi-nyc.example --key tls.key --out tls.csr --no-passphrase
                """)
    }

    @OptionGroup var options: GlobalOptions

    @Option(help: help(.optionCertificateProfile))
    var profileName: CertificateProfile

    @Option(help: help(.optionSubject))
    var subject: String

    @Option(help: help(.optionDNS))
    var dns: [String] = []

    @Option(help: help(.optionKeyOut))
    var key: String

    @Option(help: help(.optionOut))
    var out: String

    @Flag(name: .customLong("no-passphrase"), help: help(.optionNoPassphrase))
    var isUnprotected = false

    func perform(_ run: CommandRun) async throws {
        let name = try CertificateName(subject: subject)
        let privateKey = try PrivateKey.generate(.p256)
        let request = try CertificateRequest.make(
            profile: profileName, name: name, dnsNames: dns, key: privateKey)
        try privateKey.save(
            file: key, passphrase: isUnprotected ? nil : NewPassphrase.ask(run))
        try CertificateRendering.write([(request, out)], run)
    }
}

/// `enlace pki officer NODE/NAME DIR`: both keys of a person and both requests, in one folder.
struct PKIOfficerCommand: EnlaceSubcommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "officer", abstract: sentence(.helpPKIOfficer),
            discussion: "enlace pki officer US-DHS-HSI-NYC/ana-7f3a ~/enlace-keys")
    }

    @OptionGroup var options: GlobalOptions

    @Argument(help: help(.argumentOfficer))
    var officer: String

    @Argument(help: help(.argumentKeyFolder))
    var folder: String

    func perform(_ run: CommandRun) async throws {
        let name = CertificateName.officer(try OfficerID(officer))
        let passphrase = try NewPassphrase.ask(run)
        try FileSystem.makeFolder(folder, mode: .privateFolder)
        var requests: [(CertificateRequest, String)] = []
        for (stem, profile) in [
            ("client", CertificateProfile.officerClient), ("signing", .officerSigning),
        ] {
            let key = try PrivateKey.generate(.p256)
            let request = try CertificateRequest.make(profile: profile, name: name, key: key)
            try key.save(
                file: FileSystem.join(folder, "\(stem).key"), passphrase: passphrase)
            requests.append((request, FileSystem.join(folder, "\(stem).csr")))
        }
        try CertificateRendering.write(requests, run)
    }
}
