package import ArgumentParser
import EnlaceModel

/// The daemon `enlaced`: what touches a node's own files.
package struct EnlacedCommand: AsyncParsableCommand {
    package static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "enlaced",
            abstract: sentence(.helpEnlaced),
            version: EnlaceVersion.text,
            subcommands: [InitCommand.self, CheckConfigCommand.self, RunCommand.self])
    }

    package init() {}

    /// Parses the arguments and runs; wrong usage ends with exit code 64.
    package static func start() async { await main() }
}

/// A text of the catalogue in the language of the process.
func sentence(_ key: MessageKey, _ values: [String: String] = [:]) -> String {
    Catalogue.text(key, language: .ofProcess, values)
}

struct ConfigurationOption: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(sentence(.helpEnlacedConfig), valueName: "file"))
    var config: String
}
