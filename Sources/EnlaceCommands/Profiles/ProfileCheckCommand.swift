import ArgumentParser
import EnlaceCrypto
import EnlaceModel
import EnlaceWire

/// `enlace profile check`: keys, certificates and the way to the node, one finding per line.
struct ProfileCheckCommand: EnlaceSubcommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "check", abstract: sentence(.helpProfileCheck),
            discussion: "enlace profile check --profile ana")
    }

    @OptionGroup var options: GlobalOptions

    func perform(_ run: CommandRun) async throws {
        let desk = try run.desk()
        let login = try desk.login().certificate
        let signer = try desk.signer().certificate
        guard login.name == .officer(desk.profile.officer), signer.name == login.name else {
            throw CommandError(.certificateWrongName, object: desk.profile.signingCertificate)
        }
        let hello = try await run.withNode { $0.hello }
        run.show(
            json: ListJSON.make([
                [
                    "officer": .string(desk.profile.officer.text),
                    "node": .string(hello.node),
                    "environment": .string(hello.environment),
                    "roles": .array(hello.roles.map(JSONValue.string)),
                    "clientCertificateEndsAt": .string(login.notAfter.text),
                    "signingCertificateEndsAt": .string(signer.notAfter.text),
                ]
            ]),
            lines: [
                run.text(
                    .profileGood,
                    [
                        "officer": desk.profile.officer.text, "node": hello.node,
                        "environment": hello.environment,
                        "roles": hello.roles.joined(separator: " "),
                    ]),
                run.text(
                    .profileCertificates,
                    ["client": login.notAfter.text, "signing": signer.notAfter.text]),
            ])
    }
}
