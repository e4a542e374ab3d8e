package import ArgumentParser
import EnlaceModel
import Glibc

/// The daemon `enlaced`: what touches a node's own files.
package struct EnlacedCommand: AsyncParsableCommand {
    package static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "enlaced",
            abstract: sentence(.helpEnlaced),
            version: EnlaceVersion.text,
            subcommands: [
                InitCommand.self, CheckConfigCommand.self, RunCommand.self, RenewCardCommand.self,
            ])
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

extension Language {
    /// What the environment of this process asks for.
    static let ofProcess: Language = {
        func value(_ name: String) -> String? {
            guard let text = unsafe getenv(name) else { return nil }
            return unsafe String(cString: text)
        }
        return Language(locales: [value("LC_ALL"), value("LC_MESSAGES"), value("LANG")])
    }()
}
