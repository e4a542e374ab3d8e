import ArgumentParser
import EnlaceFiles
import EnlaceModel

/// `enlaced check-config`: everything that is wrong with the configuration and the files it names.
struct CheckConfigCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "check-config", abstract: sentence(.helpEnlacedCheck),
            discussion: "enlaced check-config --config node.yaml")
    }

    @OptionGroup var options: ConfigurationOption

    func run() async throws {
        try await Failure.reporting {
            let configuration = try Configuration.load(file: options.config)
            var findings: [any CodedError] = []
            do {
                try StartChecks.library(configuration.cryptography)
            } catch let error as any CodedError {
                findings.append(error)
            }
            findings += NodeFiles(configuration: configuration).findings(
                at: SystemClock().now(), isSetUp: FileSystem.exists(configuration.data.store))
            guard findings.isEmpty else {
                for finding in findings { Failure.tell(finding) }
                throw ArgumentParser.ExitCode(EnlaceModel.ExitCode.configurationOrKeys.rawValue)
            }
            Failure.say(sentence(.configurationGood, ["file": options.config]))
        }
    }
}
