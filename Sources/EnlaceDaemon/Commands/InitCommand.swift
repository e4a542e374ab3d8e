import ArgumentParser
import EnlaceCrypto
import EnlaceModel

/// `enlaced init`: makes a node. The only command that creates state.
struct InitCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "init", abstract: sentence(.helpEnlacedInit),
            discussion:
                "enlaced init --config node.yaml --administrator a1-client.crt,a1-signing.crt "
                + "--administrator a2-client.crt,a2-signing.crt")
    }

    @OptionGroup var options: ConfigurationOption

    @Option(
        name: .long,
        help: ArgumentHelp(
            sentence(.helpEnlacedAdministrator), valueName: "client.crt,signing.crt"))
    var administrator: [String] = []

    func run() async throws {
        try await Failure.reporting {
            let configuration = try Configuration.load(file: options.config)
            try StartChecks.run(configuration)
            let setup = NodeSetup(
                configuration: configuration, clock: SystemClock(), random: SystemRandom())
            switch try await setup.run(administrators: administrators()) {
            case .requests(let requests):
                for (request, certificate) in requests {
                    Failure.say(
                        sentence(
                            .initRequest, ["request": request, "certificate": certificate]))
                }
            case .done(let card):
                Failure.say(
                    sentence(
                        .initDone,
                        ["node": configuration.node.text, "data": configuration.data.path]))
                Failure.say("\(sentence(.headingFingerprint)): \(card.hex)")
            }
        }
    }

    private func administrators() throws -> [NodeSetup.Administrator] {
        try administrator.map { pair in
            let files = pair.split(separator: ",", omittingEmptySubsequences: false).map(
                String.init)
            guard files.count == 2 else {
                throw DaemonError(
                    .usage, object: pair, context: ["cause": "client.crt,signing.crt"])
            }
            return NodeSetup.Administrator(
                client: try Certificate.load(file: files[0]),
                signing: try Certificate.load(file: files[1]))
        }
    }
}
