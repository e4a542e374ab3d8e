import ArgumentParser
import EnlaceCrypto
import EnlaceFiles
import EnlaceModel

/// `enlace profile add NAME`: writes a new profile; the officer's identifier comes from the client
/// certificate, so that it cannot be mistyped.
struct ProfileAddCommand: EnlaceSubcommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "add", abstract: sentence(.helpProfileAdd),
            discussion: """
                enlace profile add ana --node enlace.hsi-nyc.example:7444 \
                --authority us-authority.crt --client-certificate ana-client.crt \
                --client-key ana-client.key --signing-certificate ana-signing.crt \
                --signing-key ana-signing.key
                """)
    }

    @OptionGroup var options: GlobalOptions

    @Argument(help: help(.argumentProfile))
    var name: String

    @Option(help: help(.optionNode))
    var node: String

    @Option(help: help(.optionAuthority))
    var authority: [String]

    @Option(help: help(.optionClientCertificate))
    var clientCertificate: String

    @Option(help: help(.optionClientKey))
    var clientKey: String

    @Option(help: help(.optionSigningCertificate))
    var signingCertificate: String

    @Option(help: help(.optionSigningKey))
    var signingKey: String

    @Option(help: help(.optionZone))
    var zone = "UTC"

    func perform(_ run: CommandRun) async throws {
        let certificate = try Certificate.load(file: clientCertificate)
        guard case .officer(let officer)? = certificate.name else {
            throw CommandError(.certificateWrongName, object: clientCertificate)
        }
        let profile = Profile(
            officer: officer, address: try NetworkAddress(node).text,
            authorities: authority.map(absolute), clientCertificate: absolute(clientCertificate),
            clientKey: absolute(clientKey), signingCertificate: absolute(signingCertificate),
            signingKey: absolute(signingKey), language: run.language, zone: zone)
        let path = ProfileFile.path(of: name)
        try FileSystem.makeFolder(FileSystem.parent(of: path), mode: .privateFolder)
        try FileSystem.createDurably(
            Array(profile.json.indented.utf8) + [0x0A], at: path, mode: .privateFile)
        run.show(
            json: ListJSON.make([["file": .string(path), "officer": .string(officer.text)]]),
            lines: [run.text(.profileWritten, ["file": path, "officer": officer.text])])
    }

    /// Profiles outlive the folder in which they were written.
    private func absolute(_ path: String) -> String {
        path.hasPrefix("/") ? path : FileSystem.join(FileSystem.currentFolder, path)
    }
}
