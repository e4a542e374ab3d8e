import ArgumentParser
import EnlaceModel
import EnlaceWire

/// `enlace ack REF`: a person's acknowledgement, signed; repeating it gives the same one.
struct AckCommand: EnlaceSubcommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "ack", abstract: sentence(.helpAck),
            discussion: """
                enlace ack US-DHS-HSI-NYC/2026/000001 --file-number FED/TRATA/000/2026 \
                --unit UEITMPO --next-step 2026-12-01
                """)
    }

    @OptionGroup var options: GlobalOptions

    @Argument(help: help(.argumentReference))
    var reference: String

    @Option(help: help(.optionFileNumber))
    var fileNumber: String?

    @Option(help: help(.optionUnit))
    var unit: String?

    @Option(help: help(.optionNextStep))
    var nextStep: String?

    func perform(_ run: CommandRun) async throws {
        let date = try nextStep.map { text in
            guard let date = CivilDate(text) else {
                throw CommandError(.timeMalformed, object: VisibleText.make(text))
            }
            return date
        }
        let desk = try run.desk()
        let prepared = try await prepare(run)
        let item =
            if prepared.target.hasExistingAnswer {
                try await existing(prepared.target, run)
            } else {
                try await acknowledge(prepared, nextStep: date, run, desk)
            }
        run.show(
            json: ListJSON.make([ItemRendering.json(item)]),
            lines: ItemRendering.table([item], language: run.language))
    }

    private func prepare(_ run: CommandRun) async throws -> ClientPrepared {
        let request = ClientPrepare.make { prepare in
            prepare.type = DocumentType.acknowledgement.code
            prepare.target = reference
        }
        return try await run.withNode { client in
            guard case .prepared(let prepared) = try await client.request(.prepare(request)) else {
                throw NodeClient.unexpected("prepare")
            }
            return prepared
        }
    }

    private func acknowledge(
        _ prepared: ClientPrepared, nextStep: CivilDate?, _ run: CommandRun, _ desk: OfficerDesk
    ) async throws -> ClientItem {
        let target = prepared.target
        guard target.type != DocumentType.acknowledgement.code else {
            throw CommandError(.answerNotAllowed, object: reference)
        }
        guard target.firstReadAt > 0 else { throw CommandError(.notRead, object: reference) }
        var draft = AcknowledgementDraft(
            target: try target.identity.identity,
            firstReadAt: Timestamp(milliseconds: target.firstReadAt))
        draft.urgency = Urgency(rawValue: target.urgency) ?? .routine
        draft.fileNumber = fileNumber
        draft.competentUnit = unit
        draft.nextStepDate = nextStep
        let document = try DraftDocument(draft.json, language: run.language)
        let addressed = AddressedDraft(draft: document, recipients: document.recipients)
        return try await Submission(desk: desk, run: run)
            .submit(addressed, prepared)
    }

    private func existing(
        _ target: ClientTarget, _ run: CommandRun
    ) async throws -> ClientItem {
        let request = ClientShow.make { $0.name = target.existingAnswerReference }
        return try await run.withNode { client in
            guard case .timeline(let timeline) = try await client.request(.show(request)),
                let item = timeline.items.first(where: {
                    $0.reference == target.existingAnswerReference
                })
            else { throw NodeClient.unexpected("show") }
            return item
        }
    }
}
