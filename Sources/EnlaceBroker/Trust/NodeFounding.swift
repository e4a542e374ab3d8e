package import EnlaceCrypto
import EnlaceLog
package import EnlaceModel
package import EnlaceStore

/// Fills the empty store of a new node: the local log from KEYS on, the first persons, the first
/// officer directory.
package struct NodeFounding: Sendable {
    private let store: any Store
    private let clock: any WallClock
    private let random: any RandomSource

    package init(store: any Store, clock: any WallClock, random: any RandomSource) {
        self.store = store
        self.clock = clock
        self.random = random
    }

    package func found(
        card: NodeCard, officers: [OfficerRecord], statement: Credential,
        revocationLists: [[UInt8]]
    ) async throws {
        _ = try await store.createLog(store.identity.localLog, first: keys(card))
        for officer in officers {
            let entry = local(
                .officerAdded, digest: officer.signingFingerprint, object: officer.officer.text)
            try await store.recordOfficer(officer, endingProposal: nil, localEntries: [entry])
        }
        try await publishDirectory(
            Roster(officers), statement: statement, revocationLists: revocationLists)
    }

    private func keys(_ card: NodeCard) -> EntryDraft {
        let none = TreeHeadBody(size: 0, root: LogPrimitives.product.hasher.emptyRoot)
        return EntryDraft(
            .keys(
                KeysBody(
                    cardVersion: card.version, card: card.fingerprint, reason: .created,
                    previousHead: none)), at: clock.now(), random: random)
    }

    private func publishDirectory(
        _ roster: Roster, statement: Credential, revocationLists: [[UInt8]]
    ) async throws {
        let now = clock.now()
        let content = DirectoryContent(
            node: store.identity.node, environment: store.identity.environment, version: 1,
            previous: nil, issuedAt: now, officers: roster.directoryOfficers,
            revocationLists: revocationLists)
        let made = try OfficerDirectory.make(content, statement: statement, at: now)
        try await store.recordDirectory(
            DirectoryRecord(
                node: store.identity.node, version: made.version, digest: made.digest,
                bytes: made.bytes, recordedAt: now),
            localEntries: [
                local(.directoryPublished, digest: made.digest, object: "\(made.version)")
            ])
    }

    private func local(
        _ event: AuditEvent, digest: SHA256Digest?, object: String
    ) -> EntryDraft {
        EntryDraft(
            .local(LocalBody(event: event, actor: "init", digest: digest, object: object)),
            at: clock.now(), random: random)
    }
}
