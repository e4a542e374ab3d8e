import ArgumentParser
import EnlaceModel

/// `enlace envelope`: what can be done with envelopes offline.
struct EnvelopeCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "envelope", abstract: sentence(.helpEnvelope),
            subcommands: [EnvelopeSealCommand.self, EnvelopeOpenCommand.self])
    }
}
