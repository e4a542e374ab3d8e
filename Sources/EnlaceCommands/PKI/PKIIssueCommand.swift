import ArgumentParser
import EnlaceCrypto
import EnlaceFiles
import EnlaceModel

/// `enlace pki issue DIR REQUEST`: the authority issues what the request asks for, after showing it.
struct PKIIssueCommand: EnlaceSubcommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "issue", abstract: sentence(.helpPKIIssue),
            discussion: """
                enlace pki issue us-authority client.csr --profile-name officer-client \
                --subject US-DHS-HSI-NYC/ana-7f3a --out client.crt
                """)
    }

    @OptionGroup var options: GlobalOptions

    @Argument(help: help(.argumentAuthorityFolder))
    var authority: String

    @Argument(help: help(.argumentRequest))
    var request: String

    @Option(help: help(.optionCertificateProfile))
    var profileName: CertificateProfile

    @Option(help: help(.optionSubject))
    var subject: String?

    @Option(help: help(.optionDays))
    var days: Int?

    @Option(help: help(.optionOut))
    var out: String

    func perform(_ run: CommandRun) async throws {
        let opened = try run.openAuthority(authority)
        let certificate = try opened.issue(
            CertificateRequest.load(file: request), as: profileName,
            name: subject.map { try CertificateName(subject: $0) }, now: SystemClock().now(),
            lasting: days.map { .seconds($0 * 86_400) })
        // The chain up to the pinned authority travels with the certificate.
        let chain = opened.isCountry ? [certificate] : [certificate, opened.certificate]
        let pem = chain.map(\.pem).joined()
        try FileSystem.createDurably(Array(pem.utf8), at: out, mode: .publicFile)
        CertificateRendering.showMade(certificate, file: out, run)
    }
}

/// `enlace pki revoke DIR CERT`: revokes for ever and makes the next revocation list.
struct PKIRevokeCommand: EnlaceSubcommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "revoke", abstract: sentence(.helpPKIRevoke),
            discussion: "enlace pki revoke us-authority client.crt --reason keyCompromise")
    }

    @OptionGroup var options: GlobalOptions

    @Argument(help: help(.argumentAuthorityFolder))
    var authority: String

    @Argument(help: help(.argumentCertificate))
    var certificate: String

    @Option(help: help(.optionRevocationReason))
    var reason = RevocationReason.unspecified

    func perform(_ run: CommandRun) async throws {
        let opened = try run.openAuthority(authority)
        let now = SystemClock().now()
        let leaf = try Certificate.loadAll(file: certificate)[0]
        try opened.revoke(leaf.serial, reason: reason, now: now)
        try opened.makeRevocationList(now: now)
        run.show(
            json: ListJSON.make([
                [
                    "serial": .string(leaf.serial.text),
                    "revocationList": .string(opened.folder.revocationListFile),
                ]
            ]),
            lines: [
                run.text(
                    .certificateRevokedBy,
                    ["subject": leaf.subject, "file": opened.folder.revocationListFile])
            ])
    }
}

/// `enlace pki crl DIR`: makes a fresh revocation list before the old one goes stale.
struct PKIListCommand: EnlaceSubcommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "crl", abstract: sentence(.helpPKIList),
            discussion: "enlace pki crl us-authority")
    }

    @OptionGroup var options: GlobalOptions

    @Argument(help: help(.argumentAuthorityFolder))
    var authority: String

    func perform(_ run: CommandRun) async throws {
        let opened = try run.openAuthority(authority)
        let list = try opened.makeRevocationList(now: SystemClock().now())
        let file = opened.folder.revocationListFile
        run.show(
            json: ListJSON.make([
                [
                    "file": .string(file), "nextUpdate": .string(list.nextUpdate.text),
                    "revoked": .integer(Int64(list.revoked.count)),
                ]
            ]),
            lines: [
                run.text(
                    .revocationListMade,
                    [
                        "file": file, "count": String(list.revoked.count),
                        "until": list.nextUpdate.text,
                    ])
            ])
    }
}
