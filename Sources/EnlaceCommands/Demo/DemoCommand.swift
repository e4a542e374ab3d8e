import ArgumentParser
import EnlaceModel

/// `enlace demo`: two nodes of two countries on this machine, and a lead from one to the other and
/// back; every step is a real command of a real process.
struct DemoCommand: EnlaceSubcommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "demo", abstract: sentence(.helpDemo), discussion: "enlace demo --keep")
    }

    @OptionGroup var options: GlobalOptions

    @Flag(help: help(.optionKeep))
    var keep = false

    @Option(help: help(.optionDemoFolder))
    var folder: String?

    func perform(_ run: CommandRun) async throws {
    }
}
