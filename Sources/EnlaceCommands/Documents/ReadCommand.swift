import ArgumentParser
import EnlaceCrypto
import EnlaceFiles
import EnlaceModel
import EnlaceWire

/// `enlace read REF`: states purpose and need, which the node logs before it hands anything out;
/// then shows the document between two banners with its handling.
struct ReadCommand: EnlaceSubcommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "read", abstract: sentence(.helpRead),
            discussion: """
                enlace read US-DHS-HSI-NYC/2026/000001 --purpose INVESTIGATION \
                --reason "carpeta FED/TRATA/000/2026"
                """)
    }

    @OptionGroup var options: GlobalOptions

    @Argument(help: help(.argumentReference))
    var reference: String

    @Option(help: help(.optionPurpose))
    var purpose: String?

    @Option(help: help(.optionReason))
    var reason: String?

    @Option(help: help(.optionSignedOut))
    var signedOut: String?

    func perform(_ run: CommandRun) async throws {
        let request = try ClientRead.make { read in
            read.name = reference
            read.purpose = try purpose ?? askPurpose(run)
            read.reason = try reason ?? ask(run.text(.askReason), option: "--reason")
        }
        let reading = try await run.withNode { client in
            guard case .reading(let reading) = try await client.request(.read(request)) else {
                throw NodeClient.unexpected("read")
            }
            return reading
        }
        let signed = Array(reading.signedDocument)
        if let signedOut { try FileSystem.createDurably(signed, at: signedOut, mode: .privateFile) }
        let shown = try ReadingRendering(
            reading, language: run.language, clock: run.clock)
        run.show(json: shown.json, lines: shown.lines)
    }

    /// Shows the codes before it asks for one.
    private func askPurpose(_ run: CommandRun) throws -> String {
        for code in CodeLists.purpose.codes where !options.json {
            run.console.note("  \(code.code): \(code.label.text(in: run.language))")
        }
        return try ask(run.text(.askPurpose), option: "--purpose").uppercased()
    }

    private func ask(_ question: String, option: String) throws -> String {
        guard !options.json else { throw CommandError(.usage, object: option) }
        return try Terminal.ask(question, option: option)
    }
}
