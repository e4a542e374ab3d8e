import ArgumentParser
import EnlaceModel
import EnlaceWire

/// `enlace withdraw REF`: takes back what has not been sealed yet.
struct WithdrawCommand: EnlaceSubcommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "withdraw", abstract: sentence(.helpWithdraw),
            discussion: "enlace withdraw US-DHS-HSI-NYC/2026/000001")
    }

    @OptionGroup var options: GlobalOptions

    @Argument(help: help(.argumentReference))
    var reference: String

    func perform(_ run: CommandRun) async throws {
        let item = try await run.withNode { client in
            let request = ClientWithdraw.make { $0.name = reference }
            guard case .item(let item) = try await client.request(.withdraw(request)) else {
                throw NodeClient.unexpected("withdraw")
            }
            return item
        }
        run.show(
            json: ListJSON.make([ItemRendering.json(item)]),
            lines: ItemRendering.table([item], language: run.language))
    }
}
