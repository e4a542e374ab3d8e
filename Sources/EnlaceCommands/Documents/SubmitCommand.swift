import ArgumentParser
import EnlaceCrypto
import EnlaceFiles
import EnlaceModel
import EnlaceWire

/// `enlace submit FILE`: checks the draft, reserves a reference, signs, keeps the signed bytes in the
/// outbox, submits them, and ends well only after the node's commit.
struct SubmitCommand: EnlaceSubcommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "submit", abstract: sentence(.helpSubmit),
            discussion: "enlace submit lead.json --to MX-FGR-FEVIMTRA --to MX-FGJE-TLA")
    }

    @OptionGroup var options: GlobalOptions

    @Argument(help: help(.argumentDraft))
    var file: String?

    @Option(help: help(.optionSubmitTo))
    var to: [String] = []

    @Option(help: help(.optionInReplyTo))
    var inReplyTo: String?

    @Flag(help: help(.optionSigned))
    var signed = false

    @Flag(help: help(.optionOutbox))
    var outbox = false

    func validate() throws {
        guard outbox == (file == nil) else {
            throw ValidationError("\(sentence(.helpSubmit)): FILE | --outbox")
        }
    }

    func perform(_ run: CommandRun) async throws {
        let desk = try run.desk()
        let submission = Submission(desk: desk, run: run)
        let items =
            if let file, signed {
                [
                    try await submission.submitSigned(
                        FileSystem.read(file, bytesMax: Outbox.bytesMax))
                ]
            } else if let file {
                [try await submission.submit(draft(file, run), inReplyTo: inReplyTo)]
            } else {
                try await submission.submitWaiting()
            }
        run.show(
            json: ListJSON.make(items.map(ItemRendering.json)),
            lines: ItemRendering.table(items, language: run.language))
    }

    /// The checked draft, with the recipients of `--to` in place of its own.
    private func draft(_ file: String, _ run: CommandRun) throws -> AddressedDraft {
        let draft = try DraftFile.open(file, language: run.language)
        let recipients = try to.map { try NodeID($0) }
        guard !recipients.isEmpty || !draft.recipients.isEmpty else {
            throw CommandError(.fieldMissing, object: "/to")
        }
        return AddressedDraft(
            draft: draft, recipients: recipients.isEmpty ? draft.recipients : recipients)
    }
}

/// A checked draft and whom it goes to.
struct AddressedDraft {
    let draft: DraftDocument
    let recipients: [NodeID]
}
