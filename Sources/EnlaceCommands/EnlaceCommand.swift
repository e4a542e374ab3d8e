package import ArgumentParser
import EnlaceModel

/// The client `enlace`: officers, auditors and administrators at the terminal.
package struct EnlaceCommand: AsyncParsableCommand {
    package static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "enlace",
            abstract: sentence(.helpEnlace),
            version: EnlaceVersion.text,
            subcommands: [DemoCommand.self],
            groupedSubcommands: groups)
    }

    private static var groups: [CommandGroup] {
        [
            CommandGroup(
                name: sentence(.groupDocuments),
                subcommands: [
                    SubmitCommand.self, InboxCommand.self, ReadCommand.self, AckCommand.self,
                    ListCommand.self, ShowCommand.self, WithdrawCommand.self, ResendCommand.self,
                ]),
            CommandGroup(
                name: sentence(.groupOversight),
                subcommands: [
                    AuditCommand.self, OfficerCommand.self, PeerCommand.self, NodeCommand.self,
                ]),
            CommandGroup(
                name: sentence(.groupOffline),
                subcommands: [
                    DocumentCommand.self, EnvelopeCommand.self, PKICommand.self,
                    ProfileCommand.self,
                ]),
        ]
    }

    package init() {}

    /// Parses the arguments and runs the command; wrong usage ends with exit code 64, as text or
    /// with `--json` as the error object.
    package static func start() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            finish(error)
        }
    }

    private static func finish(_ error: any Error) -> Never {
        // A command that has ended with a code of its own has told its error already.
        let isUsage =
            !(error is ArgumentParser.ExitCode) && exitCode(for: error) == .validationFailure
        guard isUsage, CommandLine.arguments.contains("--json") else { exit(withError: error) }
        let usage = CommandError(
            .usage, object: CommandLine.arguments.dropFirst().joined(separator: " "),
            context: ["reason": message(for: error)])
        let object = ErrorRendering.json(usage, language: Language.ofProcess)
        Console.standard.note(JSONLine.make(object))
        exit(withError: ArgumentParser.ExitCode(EnlaceModel.ExitCode.usage.rawValue))
    }
}
