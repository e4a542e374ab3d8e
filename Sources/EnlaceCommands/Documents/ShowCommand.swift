import ArgumentParser
import EnlaceModel
import EnlaceWire

/// `enlace show REF`: the timeline of a thread, each receipt, reading and acknowledgement apart.
struct ShowCommand: EnlaceSubcommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "show", abstract: sentence(.helpShow),
            discussion: "enlace show US-DHS-HSI-NYC/2026/000001")
    }

    @OptionGroup var options: GlobalOptions

    @Argument(help: help(.argumentReference))
    var reference: String

    func perform(_ run: CommandRun) async throws {
        let timeline = try await run.withNode { client in
            let request = ClientShow.make { $0.name = reference }
            guard case .timeline(let timeline) = try await client.request(.show(request)) else {
                throw NodeClient.unexpected("show")
            }
            return timeline
        }
        run.show(
            json: TimelineRendering.json(timeline),
            lines: TimelineRendering.lines(
                timeline, language: run.language, clock: run.clock))
    }
}
