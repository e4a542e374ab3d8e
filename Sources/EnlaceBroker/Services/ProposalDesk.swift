import EnlaceCrypto
package import EnlaceModel
package import EnlaceStore

/// Acts that wait for a second administrator, and the approval that lets them take effect.
package struct ProposalDesk: Sendable {
    private let context: ServiceContext
    private let people: PeopleDesk
    private let peers: PeerDesk

    package init(_ context: ServiceContext, people: PeopleDesk, peers: PeerDesk) {
        self.context = context
        self.people = people
        self.peers = peers
    }

    package func list(_ person: Person) async throws -> [ProposalRecord] {
        try await context.authorise(person, .proposalList)
        return try await context.store.proposals()
    }

    /// Takes the proposed statement with the second signature by the person who sends it.
    ///
    /// Throws `SECOND_PERSON_REQUIRED` when that is the first person again.
    package func approve(
        _ id: MessageID, statement bytes: [UInt8], by person: Person
    ) async throws -> ProposalRecord {
        try await context.authorise(person, .proposalApprove)
        guard let proposal = try await context.store.proposals().first(where: { $0.id == id })
        else { throw BrokerError(.notFound, object: id.text) }
        guard proposal.proposedBy != person.officer else {
            throw try await context.denied(
                person, BrokerError(.secondPersonRequired, object: proposal.subject))
        }
        let statement = try PairStatement(
            bytes, node: context.node, lookup: context.trust.ownSigner)
        guard let second = statement.second else {
            throw BrokerError(.secondPersonRequired, object: proposal.subject)
        }
        guard statement.first == proposal.proposedBy, second == person.officer else {
            throw Proposals.invalid("signers")
        }
        let proposed = try UnverifiedSignedDocument(proposal.statement)
        guard try UnverifiedSignedDocument(bytes).content == proposed.content else {
            throw Proposals.invalid("content")
        }
        switch statement.content.act {
        case .officerAdd: try await people.enact(statement, proposal: proposal, by: person)
        case .peerAdd: try await peers.enact(statement, proposal: proposal, by: person)
        case .officerRevoke: throw Proposals.invalid("act")
        }
        return proposal
    }
}
