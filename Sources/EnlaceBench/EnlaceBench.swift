import ArgumentParser

/// Measures this product against the limit of the machine that it runs on, in the same run.
@main struct EnlaceBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "EnlaceBench",
        abstract: "Measures Enlace against the limits of this machine. Build it with -c release.",
        subcommands: [LimitCommand.self, AppendCommand.self, ExchangeCommand.self])
}
