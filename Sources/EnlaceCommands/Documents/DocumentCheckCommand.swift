import ArgumentParser
import EnlaceModel

/// `enlace document check DRAFT`: all errors at once, offline.
struct DocumentCheckCommand: EnlaceSubcommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "check", abstract: sentence(.helpDocumentCheck),
            discussion: "enlace document check lead.json")
    }

    @OptionGroup var options: GlobalOptions

    @Argument(help: help(.argumentDraft))
    var file: String

    func perform(_ run: CommandRun) async throws {
        let value = try DraftFile.json(file)
        let findings = DraftDocument.check(value, language: run.language)
        guard findings.isEmpty else {
            throw CommandError(
                .documentInvalid, object: file, context: ["count": String(findings.count)],
                details: findings)
        }
        let draft = try DraftDocument(value, language: run.language)
        run.show(
            json: ListJSON.make([
                ["file": .string(file), "schema": .string(draft.schema.version.text)]
            ]),
            lines: [run.text(.documentValid, ["schema": draft.schema.version.text])])
    }
}
