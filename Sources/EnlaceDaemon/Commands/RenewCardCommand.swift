import ArgumentParser
import EnlaceBroker
import EnlaceCrypto
import EnlaceModel

/// `enlaced renew-card`: the next version of the own card, while the daemon is stopped.
struct RenewCardCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "renew-card", abstract: sentence(.helpEnlacedRenew),
            discussion: "enlaced renew-card --config node.yaml "
                + "--previous-statement old-statement.crt,old-statement.key")
    }

    @OptionGroup var options: ConfigurationOption

    @Option(
        name: .long,
        help: ArgumentHelp(
            sentence(.helpEnlacedPreviousStatement), valueName: "certificate,key"))
    var previousStatement: String?

    func run() async throws {
        try await Failure.reporting {
            let configuration = try Configuration.load(file: options.config)
            try StartChecks.run(configuration)
            let card = try await CardRenewal(
                configuration: configuration, clock: SystemClock(), random: SystemRandom()
            ).run(previous: try previous())
            Failure.say(
                sentence(
                    .cardRenewed,
                    [
                        "version": "\(card.version)",
                        "file": configuration.data.card(card.version),
                    ]))
            Failure.say("\(sentence(.headingFingerprint)): \(card.fingerprint.hex)")
        }
    }

    private func previous() throws -> Credential? {
        guard let pair = previousStatement else { return nil }
        let files = pair.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard files.count == 2 else {
            throw DaemonError(.usage, object: pair, context: ["cause": "certificate,key"])
        }
        return try Credential.load(certificateFile: files[0], keyFile: files[1])
    }
}
