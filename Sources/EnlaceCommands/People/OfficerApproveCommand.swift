import ArgumentParser
import EnlaceModel

/// `enlace officer approve OFFICER`: the second administrator approves the proposed person.
struct OfficerApproveCommand: EnlaceSubcommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "approve", abstract: sentence(.helpOfficerApprove),
            discussion: "enlace officer approve US-DHS-HSI-NYC/ana-7f3a")
    }

    @OptionGroup var options: GlobalOptions

    @Argument(help: help(.argumentOfficer))
    var officer: String

    func perform(_ run: CommandRun) async throws {
        let approval = ProposalApproval(act: .officerAdd, subject: try OfficerID(officer).text)
        try await approval.perform(run) { content in
            run.console.note(
                run.text(
                    .approvingOfficer,
                    [
                        "officer": content.subject,
                        "roles": content.roles.map(\.rawValue).joined(separator: " "),
                    ]))
        }
    }
}
