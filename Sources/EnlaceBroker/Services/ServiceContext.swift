import EnlaceLog
package import EnlaceModel
package import EnlaceStore

/// What every service is given: the store, the trust book, the clock and the way to leave an entry
/// in the local log.
package struct ServiceContext: Sendable {
    package let store: any Store
    package let trust: NodeTrustBook
    package let clock: any WallClock
    package let random: any RandomSource

    package init(
        store: any Store, trust: NodeTrustBook, clock: any WallClock, random: any RandomSource
    ) {
        self.store = store
        self.trust = trust
        self.clock = clock
        self.random = random
    }

    var node: NodeID { store.identity.node }

    /// A local entry about something that happens now.
    func entry(
        _ event: AuditEvent, by person: Person, messageID: MessageID? = nil,
        digest: SHA256Digest? = nil, object: String = "", outcome: ErrorCode? = nil
    ) -> EntryDraft {
        EntryDraft(
            .local(
                LocalBody(
                    event: event, actor: person.officer.text, messageID: messageID,
                    digest: digest, object: object, outcome: outcome?.rawValue ?? "OK")),
            at: clock.now(), random: random)
    }

    func log(_ entries: EntryDraft...) async throws {
        _ = try await store.append(entries, to: store.identity.localLog)
    }

    /// Refuses an act that none of the person's roles allows, and logs the refusal.
    func authorise(_ person: Person, _ act: Act) async throws {
        guard act.roles.isDisjoint(with: person.roles) else { return }
        let needed = act.roles.sorted().map(\.rawValue).joined(separator: ", ")
        throw try await denied(
            person, BrokerError(.notPermitted, object: act.rawValue, context: ["role": needed]))
    }

    /// Logs a refusal and gives it back to be thrown.
    func denied(
        _ person: Person, messageID: MessageID? = nil, _ error: BrokerError
    ) async throws -> BrokerError {
        try await log(
            entry(
                .accessDenied, by: person, messageID: messageID, object: error.object,
                outcome: error.code))
        return error
    }
}
