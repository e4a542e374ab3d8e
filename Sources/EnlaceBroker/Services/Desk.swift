import EnlaceCrypto
package import EnlaceModel
package import EnlaceStore

/// The officer's desk: what they write, receive, read and answer. It decides who may see what; the
/// stages do the rest.
package struct Desk: Sendable {
    /// The most documents of a thread that a timeline shows.
    package static let threadItemsMax = 500

    let context: ServiceContext
    let broker: Broker

    package init(_ context: ServiceContext, broker: Broker) {
        self.context = context
        self.broker = broker
    }

    /// What a program needs to complete and sign a document.
    package struct Prepared: Sendable {
        package let reference: DocumentReference
        package let now: Timestamp
        package let environment: RunEnvironment
        /// Texts given as recipients that name no approved peer.
        package let unknownRecipients: [String]
        package let target: Target?
    }

    /// The document that is about to be answered.
    package struct Target: Sendable {
        package let item: DocumentItem
        /// When a person of this node first read it.
        package let firstReadAt: Timestamp?
        /// The document of the same type by which this node has answered it already.
        package let existingAnswer: DocumentItem?
    }

    /// Reserves a reference and checks recipients and target, before anything is signed.
    package func prepare(
        type: String, recipients: [String], target name: String?, by person: Person
    ) async throws -> Prepared {
        try await context.authorise(person, .prepare)
        let type = try DocumentType(type)
        let target = try await target(named: name, type: type, for: person)
        let now = context.clock.now()
        let year = CivilDate(daysSince1970: Int(now.milliseconds / 86_400_000)).year
        return Prepared(
            reference: try await context.store.reserveReference(year: year), now: now,
            environment: context.store.identity.environment,
            unknownRecipients: recipients.filter { !isPeer($0) }.map { VisibleText.make($0) },
            target: target)
    }

    private func isPeer(_ text: String) -> Bool {
        guard let node = try? NodeID(text) else { return false }
        return context.trust.peer(node) != nil
    }

    private func target(
        named name: String?, type: DocumentType, for person: Person
    ) async throws -> Target? {
        guard let name, !name.isEmpty else { return nil }
        let item = try await item(named: name, for: person)
        let identity = item.document.identity
        let answer = try await context.store.answer(to: identity, type: type, by: context.node)
        let readings = try await context.store.readings(of: identity)
        var existing: DocumentItem?
        if let answer { existing = try await context.store.document(answer) }
        return Target(
            item: item, firstReadAt: readings.map(\.at).min(), existingAnswer: existing)
    }

    /// One page of documents, newest first; officers see those that are open to them, auditors all.
    package func list(
        direction: DocumentQuery.Direction, states: Set<DeliveryState>, types: Set<String>,
        peer: NodeID?, cursor: String?, limit: Int, by person: Person
    ) async throws -> DocumentPage {
        try await context.authorise(person, .list)
        return try await context.store.documents(
            DocumentQuery(
                direction: direction, states: states, types: types, peer: peer, threadID: nil,
                readableBy: reader(person), cursor: cursor,
                limit: min(max(limit, 1), DocumentQuery.pageItemsMax)))
    }

    /// Auditors see that a document is there, never what it says.
    func reader(_ person: Person) -> OfficerID? {
        person.roles.contains(.auditor) ? nil : person.officer
    }

    /// The one document that a reference or message identifier names.
    ///
    /// Throws `NOT_FOUND`, `AMBIGUOUS_REFERENCE` with all that it could be, and
    /// `NOT_FOR_THIS_OFFICER`, logged, for one that names other officers.
    func item(named name: String, for person: Person) async throws -> DocumentItem {
        let found = try await context.store.documents(named: name)
        guard let item = found.first else {
            throw BrokerError(.notFound, object: VisibleText.make(name))
        }
        guard found.count == 1 else {
            throw BrokerError(
                .ambiguousReference, object: VisibleText.make(name),
                details: found.map { item in
                    ErrorDetail(
                        pointer: "", code: .ambiguousReference,
                        expectation: "\(item.document.identity.messageID.text) "
                            + "\(item.document.identity.origin.text)")
                })
        }
        if let reader = reader(person), !item.document.mayBeRead(by: reader) {
            throw try await context.denied(
                person, messageID: item.document.identity.messageID,
                BrokerError(.notForThisOfficer, object: item.document.reference.text))
        }
        return item
    }
}
