import EnlaceCrypto
import EnlaceModel
import EnlaceStore

/// What acts of two persons have in common before they take effect.
enum Proposals {
    /// The most proposals that may wait at the same time.
    static let countMax = 1000

    /// Opens a statement that the person who sends it has signed, alone.
    static func open(
        _ bytes: [UInt8], act: StatementContent.Act, by person: Person, _ context: ServiceContext
    ) throws -> PairStatement {
        let statement = try PairStatement(
            bytes, node: context.node, lookup: context.trust.ownSigner)
        guard statement.content.act == act else { throw invalid("act") }
        guard statement.first == person.officer, statement.second == nil else {
            throw invalid("signers")
        }
        return statement
    }

    /// Keeps a first person's statement; the same one again gives the proposal that is there.
    static func record(
        _ statement: PairStatement, event: AuditEvent, by person: Person,
        _ context: ServiceContext
    ) async throws -> ProposalRecord {
        let waiting = try await context.store.proposals()
        if let same = waiting.first(where: { $0.statement == statement.bytes }) { return same }
        guard waiting.count < countMax else {
            throw BrokerError(.queueFull, object: "proposals", context: ["limit": "\(countMax)"])
        }
        let proposal = ProposalRecord(
            id: MessageID(random: context.random), act: statement.content.act.rawValue,
            subject: statement.content.subject, statement: statement.bytes,
            proposedBy: person.officer, proposedAt: context.clock.now())
        let entry = context.entry(
            event, by: person, digest: SHA256.digest(statement.bytes), object: proposal.subject)
        try await context.store.recordProposal(proposal, localEntries: [entry])
        return proposal
    }

    static func invalid(_ reason: String) -> BrokerError {
        BrokerError(.statementInvalid, object: "statement", context: ["reason": reason])
    }
}
