import ArgumentParser
import EnlaceModel
import EnlaceWire

/// `enlace list`: the documents of the own node, both ways.
struct ListCommand: EnlaceSubcommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list", abstract: sentence(.helpList),
            discussion: "enlace list --state QUEUED --json")
    }

    @OptionGroup var options: GlobalOptions

    @OptionGroup var filter: ListFilter

    func perform(_ run: CommandRun) async throws {
        try await filter.show(direction: "BOTH", run)
    }
}

/// `enlace inbox`: what other nodes have sent to this one.
struct InboxCommand: EnlaceSubcommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "inbox", abstract: sentence(.helpInbox), discussion: "enlace inbox")
    }

    @OptionGroup var options: GlobalOptions

    @OptionGroup var filter: ListFilter

    func perform(_ run: CommandRun) async throws {
        try await filter.show(direction: "INCOMING", run)
    }
}

extension DeliveryState: ExpressibleByArgument {}

/// Which documents a list holds, and from where on.
struct ListFilter: ParsableArguments {
    @Option(help: help(.optionState))
    var state: [DeliveryState] = []

    @Option(help: help(.optionType))
    var type: [String] = []

    @Option(help: help(.optionPeer))
    var peer: String?

    @Option(help: help(.optionCursor))
    var cursor: String?

    @Option(help: help(.optionLimit))
    var limit: UInt32 = 50

    func show(direction: String, _ run: CommandRun) async throws {
        let request = ClientList.make { list in
            list.direction = direction
            list.states = state.map(\.rawValue)
            list.types = type
            list.peer = peer ?? ""
            list.cursor = cursor ?? ""
            list.limit = limit
        }
        let page = try await run.withNode { client in
            guard case .page(let page) = try await client.request(.list(request)) else {
                throw NodeClient.unexpected("list")
            }
            return page
        }
        run.show(
            json: ListJSON.make(page.items.map(ItemRendering.json), nextCursor: page.nextCursor),
            lines: ItemRendering.table(page.items, language: run.language))
        run.showMore(cursor: page.nextCursor)
    }
}
