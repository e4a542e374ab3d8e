import ArgumentParser
import EnlaceModel
import EnlaceWire

/// `enlace audit`: for auditors, metadata and opaque names only.
struct AuditCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "audit", abstract: sentence(.helpAudit),
            subcommands: [AuditHistoryCommand.self, AuditVerifyCommand.self])
    }
}

/// `enlace audit history`: the entries of the node's logs in words, newest first.
struct AuditHistoryCommand: EnlaceSubcommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "history", abstract: sentence(.helpAuditHistory),
            discussion: "enlace audit history --event READ --limit 100")
    }

    @OptionGroup var options: GlobalOptions

    @Option(help: help(.optionEvent))
    var event: [String] = []

    @Option(help: help(.optionName))
    var name: String?

    @Option(help: help(.optionCursor))
    var cursor: String?

    @Option(help: help(.optionLimit))
    var limit: UInt32 = 50

    func perform(_ run: CommandRun) async throws {
        let request = ClientAuditHistory.make { history in
            history.events = event
            history.name = name ?? ""
            history.cursor = cursor ?? ""
            history.limit = limit
        }
        let page = try await run.withNode { client in
            guard case .auditHistory(let page) = try await client.request(.auditHistory(request))
            else { throw NodeClient.unexpected("audit history") }
            return page
        }
        run.show(
            json: ListJSON.make(page.rows.map(AuditRendering.json), nextCursor: page.nextCursor),
            lines: AuditRendering.table(page.rows, language: run.language))
        run.showMore(cursor: page.nextCursor)
    }
}
