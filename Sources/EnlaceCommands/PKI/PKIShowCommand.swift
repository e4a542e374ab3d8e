import ArgumentParser
import EnlaceCrypto
import EnlaceModel

/// `enlace pki show CERT`: a certificate in words.
struct PKIShowCommand: EnlaceSubcommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "show", abstract: sentence(.helpPKIShow),
            discussion: "enlace pki show client.crt")
    }

    @OptionGroup var options: GlobalOptions

    @Argument(help: help(.argumentCertificate))
    var certificate: String

    func perform(_ run: CommandRun) async throws {
        let certificates = try Certificate.loadAll(file: certificate)
        run.show(
            json: ListJSON.make(certificates.map(CertificateRendering.json)),
            lines: certificates.flatMap { CertificateRendering.lines($0, run) })
    }
}

/// `enlace pki check CERT`: whether it holds for its place, against the authorities given.
struct PKICheckCommand: EnlaceSubcommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "check", abstract: sentence(.helpPKICheck),
            discussion: """
                enlace pki check client.crt --profile-name officer-client \
                --authority us-authority/authority.pem --crl us-authority/authority.crl
                """)
    }

    @OptionGroup var options: GlobalOptions

    @Argument(help: help(.argumentCertificate))
    var certificate: String

    @Option(help: help(.optionCertificateProfile))
    var profileName: CertificateProfile

    @Option(help: help(.optionAuthority))
    var authority: [String]

    @Option(help: help(.optionRevocationList))
    var crl: [String] = []

    func perform(_ run: CommandRun) async throws {
        let chain = try Certificate.loadAll(file: certificate)
        let verifier = try ChainVerifier(
            anchors: authority.flatMap { try Certificate.loadAll(file: $0) },
            intermediates: Array(chain.dropFirst()),
            revocationLists: crl.map { try RevocationList.load(file: $0) },
            policy: crl.isEmpty ? .ifPresent : .standard)
        let verified = try verifier.verify(
            chain[0], as: profileName, at: SystemClock().now())
        run.show(
            json: ListJSON.make([CertificateRendering.json(verified.certificate)]),
            lines: CertificateRendering.lines(verified.certificate, run)
                + [run.text(.certificateGood, ["until": verified.validUntil.text])])
    }
}
