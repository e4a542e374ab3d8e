import ArgumentParser
import EnlaceModel

/// `enlace profile`: where the own node is and where the keys lie.
struct ProfileCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "profile", abstract: sentence(.helpProfile),
            subcommands: [ProfileAddCommand.self, ProfileCheckCommand.self])
    }
}
