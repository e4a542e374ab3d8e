import ArgumentParser
import EnlaceModel
import EnlaceWire

/// `enlace resend REF`: queues again what was rejected or has expired at a recipient.
struct ResendCommand: EnlaceSubcommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "resend", abstract: sentence(.helpResend),
            discussion: "enlace resend US-DHS-HSI-NYC/2026/000001 --to MX-FGR-FEVIMTRA")
    }

    @OptionGroup var options: GlobalOptions

    @Argument(help: help(.argumentReference))
    var reference: String

    @Option(help: help(.optionResendTo))
    var to: String?

    func perform(_ run: CommandRun) async throws {
        let item = try await run.withNode { client in
            let request = ClientResend.make { resend in
                resend.name = reference
                resend.recipient = to ?? ""
            }
            guard case .item(let item) = try await client.request(.resend(request)) else {
                throw NodeClient.unexpected("resend")
            }
            return item
        }
        run.show(
            json: ListJSON.make([ItemRendering.json(item)]),
            lines: ItemRendering.table([item], language: run.language))
    }
}
