import ArgumentParser
import EnlaceModel

/// `enlace officer`: the persons of the own node.
struct OfficerCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "officer", abstract: sentence(.helpOfficer),
            subcommands: [
                OfficerAddCommand.self, OfficerApproveCommand.self, OfficerListCommand.self,
                OfficerRevokeCommand.self,
            ])
    }
}
