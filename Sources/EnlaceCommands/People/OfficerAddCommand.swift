import ArgumentParser
import EnlaceCrypto
import EnlaceModel
import EnlaceWire

/// `enlace officer add`: the first administrator proposes a person with both certificates.
struct OfficerAddCommand: EnlaceSubcommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "add", abstract: sentence(.helpOfficerAdd),
            discussion: """
                enlace officer add --client ana-client.crt --signing ana-signing.crt --role OFFICER
                """)
    }

    @OptionGroup var options: GlobalOptions

    @Option(help: help(.optionClientCertificate))
    var client: String

    @Option(help: help(.optionSigningCertificate))
    var signing: String

    @Option(help: help(.optionRole))
    var role: [String]

    func perform(_ run: CommandRun) async throws {
        let clientCertificate = try Certificate.load(file: client)
        let signingCertificate = try Certificate.load(file: signing)
        guard case .officer(let officer)? = clientCertificate.name,
            clientCertificate.name == signingCertificate.name
        else {
            throw CommandError(.certificateWrongName, object: signing)
        }
        let roles = Set(try role.map { try Role(word: $0.uppercased()) })
        let statement = try run.sign { at, _ in
            StatementContent.addingOfficer(
                officer, client: clientCertificate.derBytes,
                signing: signingCertificate.derBytes, roles: roles, on: at)
        }
        let request = ClientOfficerPropose.make { propose in
            propose.statement = .init(wire: statement)
            propose.clientCertificate = .init(wire: clientCertificate.derBytes)
            propose.signingCertificate = .init(wire: signingCertificate.derBytes)
        }
        let result = try await run.withNode { client in
            guard case .proposal(let result) = try await client.request(.officerPropose(request))
            else { throw NodeClient.unexpected("officer add") }
            return result
        }
        ProposalRendering.show(result, run)
    }
}
