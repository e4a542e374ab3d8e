import ArgumentParser
import EnlaceModel
import EnlaceWire

/// `enlace node`: the state of the own node.
struct NodeCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "node", abstract: sentence(.helpNode), subcommands: [Status.self])
    }

    /// `enlace node status`: whether a lead could be sent now, and what each peer's road looks like.
    struct Status: EnlaceSubcommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "status", abstract: sentence(.helpNodeStatus),
                discussion: "enlace node status --json")
        }

        @OptionGroup var options: GlobalOptions

        func perform(_ run: CommandRun) async throws {
            let status = try await run.withNode { client in
                let request = ClientStatusRequest()
                guard case .status(let status) = try await client.request(.status(request)) else {
                    throw NodeClient.unexpected("status")
                }
                return status
            }
            run.show(
                json: ListJSON.make([StatusRendering.json(status)]),
                lines: StatusRendering.lines(status, language: run.language))
        }
    }
}
