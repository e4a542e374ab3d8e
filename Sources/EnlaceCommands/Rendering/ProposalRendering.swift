import EnlaceModel
import EnlaceWire

/// How acts of two persons are shown while they wait and when they are done.
enum ProposalRendering {
    static func show(_ result: ClientProposalResult, _ run: CommandRun) {
        let key: MessageKey = result.state == "DONE" ? .proposalDone : .proposalPending
        run.show(
            json: ListJSON.make([json(result.proposal, state: result.state)]),
            lines: [
                run.text(key, ["act": result.proposal.act, "subject": result.proposal.subject])
            ])
    }

    static func json(_ proposal: ClientProposal) -> JSONValue { json(proposal, state: "PENDING") }

    private static func json(_ proposal: ClientProposal, state: String) -> JSONValue {
        [
            "proposalId": .string(ItemRendering.text(messageID: proposal.id)),
            "act": .string(proposal.act),
            "subject": .string(proposal.subject),
            "state": .string(state),
            "proposedBy": .string(proposal.proposedBy),
            "proposedAt": ItemRendering.time(proposal.proposedAt),
        ]
    }

    static func lines(_ proposals: [ClientProposal], _ run: CommandRun) -> [String] {
        guard !proposals.isEmpty else { return [] }
        var table = Table(
            [.headingAct, .headingObject, .headingActor, .headingTime].map { run.text($0) })
        for proposal in proposals {
            table.row([
                proposal.act, proposal.subject, proposal.proposedBy,
                ItemRendering.text(milliseconds: proposal.proposedAt),
            ])
        }
        return ["", run.text(.waitingForApproval)] + table.lines
    }
}
