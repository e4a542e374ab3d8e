import ArgumentParser
import EnlaceModel

/// `enlace document`: what can be done with documents offline.
struct DocumentCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "document", abstract: sentence(.helpDocument),
            subcommands: [
                DocumentCheckCommand.self, DocumentSignCommand.self, DocumentShowCommand.self,
            ])
    }
}
