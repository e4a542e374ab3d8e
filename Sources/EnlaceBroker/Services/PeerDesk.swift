import EnlaceCrypto
package import EnlaceModel
package import EnlaceStore

/// The peers: enrolled by their card, whose fingerprint two administrators have compared.
package struct PeerDesk: Sendable {
    /// A peer as people see it.
    package struct Listing: Sendable {
        package let record: PeerRecord
        package let addresses: [String]
        package let cardEndsAt: Timestamp
    }

    private let context: ServiceContext

    package init(_ context: ServiceContext) { self.context = context }

    /// The own card's exact bytes and its fingerprint.
    package func ownCard(_ person: Person) async throws -> (bytes: [UInt8], digest: SHA256Digest) {
        try await context.authorise(person, .ownCard)
        return (context.trust.ownKeys.card, context.trust.ownKeys.cardDigest)
    }

    package func list(_ person: Person) async throws -> [Listing] {
        try await context.authorise(person, .peerList)
        return context.trust.read { state in
            state.peers.values.sorted { $0.card.node < $1.card.node }.map { peer in
                Listing(
                    record: peer.record, addresses: peer.card.content.addresses,
                    cardEndsAt: peer.card.content.validUntil)
            }
        }
    }

    /// Records a card with the statement of a first administrator.
    package func propose(
        card bytes: [UInt8], statement: [UInt8], by person: Person
    ) async throws -> ProposalRecord {
        try await context.authorise(person, .peerPropose)
        let statement = try Proposals.open(statement, act: .peerAdd, by: person, context)
        let card = try check(NodeCard(bytes), statement)
        let record = PeerRecord(
            node: card.node, isApproved: false, cardVersion: card.version, card: bytes,
            fingerprint: card.fingerprint, addedBy: person.officer, addedAt: context.clock.now(),
            approvedBy: nil, approvedAt: nil)
        let proposal = try await Proposals.record(
            statement, event: .peerProposed, by: person, context)
        try await context.trust.lane.run {
            try requireNotApproved(card.node)
            try await context.trust.record(
                record, card: card, endingProposal: nil, localEntries: [])
        }
        return proposal
    }

    /// Lets a statement with both signatures take effect: the peer may connect from now on.
    func enact(_ statement: PairStatement, proposal: ProposalRecord, by person: Person)
        async throws
    {
        let node = try NodeID(statement.content.subject)
        let trust = context.trust
        try await trust.lane.run {
            guard let known = trust.read({ $0.peers[node] }) else {
                throw BrokerError(.peerUnknown, object: node.text)
            }
            try requireNotApproved(node)
            _ = try check(known.card, statement)
            var record = known.record
            record.isApproved = true
            record.approvedBy = person.officer
            record.approvedAt = context.clock.now()
            let entry = context.entry(
                .peerAdded, by: person, digest: known.card.fingerprint, object: node.text)
            try await trust.record(
                record, card: known.card, endingProposal: proposal.id, localEntries: [entry])
        }
        trust.tell(.peer(node))
    }

    private func check(_ card: NodeCard, _ statement: PairStatement) throws -> NodeCard {
        guard card.node.text == statement.content.subject,
            card.fingerprint == statement.content.fingerprint
        else { throw BrokerError(.fingerprintMismatch, object: card.node.text) }
        guard card.node != context.node else {
            throw BrokerError(
                .cardInvalid, object: card.node.text, context: ["reason": "own node"])
        }
        guard card.content.environment == context.trust.ownKeys.environment else {
            throw BrokerError(
                .environmentMismatch, object: card.node.text,
                context: ["expected": context.trust.ownKeys.environment.rawValue])
        }
        try card.checkFirst()
        try card.check(at: context.clock.now())
        return card
    }

    /// An approved peer sends its later cards by itself, signed by the key that it has now.
    private func requireNotApproved(_ node: NodeID) throws {
        let known = context.trust.read { $0.peers[node] }
        guard let known, known.record.isApproved else { return }
        throw BrokerError(
            .stateForbids, object: node.text,
            context: ["reason": "already a peer, card version \(known.card.version)"])
    }
}
