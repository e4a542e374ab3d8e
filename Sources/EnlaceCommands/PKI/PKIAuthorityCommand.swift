import ArgumentParser
import EnlaceCrypto
import EnlaceModel

/// `enlace pki authority DIR`: makes a country's authority, its key protected by a passphrase.
struct PKIAuthorityCommand: EnlaceSubcommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "authority", abstract: sentence(.helpPKIAuthority),
            discussion: "enlace pki authority us-authority --name 'Enlace US' --country US")
    }

    @OptionGroup var options: GlobalOptions

    @Argument(help: help(.argumentAuthorityFolder))
    var folder: String

    @Option(help: help(.optionAuthorityName))
    var name: String

    @Option(help: help(.optionCountry))
    var country: String

    @Option(help: help(.optionOrganization))
    var organization: String?

    func perform(_ run: CommandRun) async throws {
        let authority = try CertificateAuthority.create(
            folder: folder, name: name, country: country, organization: organization,
            passphrase: NewPassphrase.ask(run), now: SystemClock().now())
        CertificateRendering.showMade(
            authority.certificate, file: authority.folder.certificateFile, run)
    }
}

/// `enlace pki agency DIR`: the key of an agency's own authority, and the request for its country's.
struct PKIAgencyCommand: EnlaceSubcommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "agency", abstract: sentence(.helpPKIAgency),
            discussion: """
                enlace pki agency hsi-authority --name 'HSI' --country US --out hsi.csr
                """)
    }

    @OptionGroup var options: GlobalOptions

    @Argument(help: help(.argumentAuthorityFolder))
    var folder: String

    @Option(help: help(.optionAuthorityName))
    var name: String

    @Option(help: help(.optionCountry))
    var country: String

    @Option(help: help(.optionOrganization))
    var organization: String?

    @Option(help: help(.optionOut))
    var out: String

    func perform(_ run: CommandRun) async throws {
        let request = try CertificateAuthority.requestAgency(
            folder: folder, name: name, country: country, organization: organization,
            passphrase: NewPassphrase.ask(run))
        try CertificateRendering.write([(request, out)], run)
    }
}

/// `enlace pki install DIR CERT`: completes an agency's authority with its certificate.
struct PKIInstallCommand: EnlaceSubcommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "install", abstract: sentence(.helpPKIInstall),
            discussion: "enlace pki install hsi-authority hsi-chain.crt")
    }

    @OptionGroup var options: GlobalOptions

    @Argument(help: help(.argumentAuthorityFolder))
    var folder: String

    @Argument(help: help(.argumentCertificateChain))
    var chain: String

    func perform(_ run: CommandRun) async throws {
        let passphrase = try run.authorityPassphrase(AuthorityFolder(path: folder).keyFile)
        let authority = try CertificateAuthority.install(
            folder: folder, chain: Certificate.loadAll(file: chain), passphrase: passphrase,
            now: SystemClock().now())
        CertificateRendering.showMade(
            authority.certificate, file: authority.folder.certificateFile, run)
    }
}
