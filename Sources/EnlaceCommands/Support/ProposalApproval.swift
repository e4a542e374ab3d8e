import EnlaceCrypto
import EnlaceModel
import EnlaceWire

/// The second person's part of an act of two: find what waits, look at it, sign the same bytes.
struct ProposalApproval {
    let act: StatementContent.Act
    let subject: String

    /// `review` shows or compares what the first person signed; it throws to refuse.
    func perform(
        _ run: CommandRun, review: (StatementContent) throws -> Void
    ) async throws {
        let result = try await run.withNode { client in
            let proposal = try await pending(client)
            let signed = try UnverifiedSignedDocument(Array(proposal.statement))
            let content = try StatementContent(signed.content)
            guard content.act == act, content.subject == subject else {
                throw CommandError(.statementInvalid, object: subject)
            }
            try review(content)
            let request = try ClientProposalApprove.make { approve in
                approve.id = proposal.id
                approve.statement = .init(wire: try run.approve(signed))
            }
            guard case .proposal(let result) = try await client.request(.proposalApprove(request))
            else { throw NodeClient.unexpected("approve") }
            return result
        }
        ProposalRendering.show(result, run)
    }

    private func pending(_ client: NodeClient) async throws -> ClientProposal {
        let list = ClientRequest.OneOf_Body.proposalList(ClientProposalList())
        guard case .proposals(let page) = try await client.request(list) else {
            throw NodeClient.unexpected("proposals")
        }
        guard
            let proposal = page.proposals.first(where: {
                $0.act == act.rawValue && $0.subject == subject
            })
        else { throw CommandError(.notFound, object: subject) }
        return proposal
    }
}
