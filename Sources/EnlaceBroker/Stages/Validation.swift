import EnlaceCrypto
package import EnlaceModel
package import EnlaceStore

/// A document that may be sent: its author, its recipients, its times and what it answers are right.
package struct ValidDocument: Sendable {
    package let authentic: AuthenticDocument
    /// What it answers, when it answers something.
    package let target: DocumentRecord?

    package var header: DocumentHeader { authentic.header }

    fileprivate init(authentic: AuthenticDocument, target: DocumentRecord?) {
        self.authentic = authentic
        self.target = target
    }
}

/// The stage from an authentic document to a valid one, or a refusal with its code.
package struct Validation: Sendable {
    let context: BrokerContext

    package func check(_ authentic: AuthenticDocument) async throws -> ValidDocument {
        let header = authentic.header
        guard header.environment == context.store.identity.environment else {
            throw BrokerError(
                .environmentMismatch, object: header.environment.rawValue,
                context: [
                    "expected": context.store.identity.environment.rawValue,
                    "found": header.environment.rawValue,
                ])
        }
        try checkRecipients(header.recipients)
        try checkTimes(authentic)
        return ValidDocument(authentic: authentic, target: try await target(of: authentic))
    }

    private func checkRecipients(_ recipients: [NodeID]) throws {
        if recipients.contains(context.node) {
            throw BrokerError(.recipientIsSelf, object: context.node.text)
        }
        let unknown = unknown(among: recipients)
        guard unknown.isEmpty else {
            throw BrokerError(
                .recipientUnknown, object: unknown.map(\.text).joined(separator: ", "))
        }
    }

    /// The nodes that are not approved peers of this one.
    package func unknown(among recipients: [NodeID]) -> [NodeID] {
        recipients.filter { $0 != context.node && context.trust.peer($0) == nil }
    }

    private func checkTimes(_ authentic: AuthenticDocument) throws {
        let header = authentic.header
        let now = context.clock.now()
        guard header.expiresAt > now else {
            throw BrokerError(
                .expired, object: header.reference.text,
                context: ["expiresAt": header.expiresAt.text])
        }
        let signed = authentic.signed
        let times = [header.draftedAt, signed.author.signingTime, signed.approver?.signingTime]
        guard times.allSatisfy({ $0.map { $0.since(now) <= BrokerLimits.clockGrace } ?? true })
        else { throw BrokerError(.signedInFuture, object: header.reference.text) }
    }

    /// What the document answers: it must be here, visible to the author, and answerable by this
    /// type.
    private func target(of authentic: AuthenticDocument) async throws -> DocumentRecord? {
        let header = authentic.header
        if let earlier = header.supersedes { try await checkSuperseded(earlier, header) }
        guard let identity = header.inReplyTo else { return nil }
        let author = authentic.author.officer
        guard let item = try await context.store.document(identity),
            item.document.mayBeRead(by: author)
        else { throw BrokerError(.notFound, object: identity.description) }
        let target = item.document
        let rules = authentic.document.rules
        let isForOthers = rules.effectOnTarget != nil && identity.origin == context.node
        guard rules.mayAnswer(target.schema.type), !isForOthers,
            rules.effectOnTarget == nil || header.recipients.contains(identity.origin)
        else {
            throw BrokerError(
                .answerNotAllowed, object: target.reference.text,
                context: ["type": header.type.code])
        }
        guard header.threadID == target.threadID else {
            throw BrokerError(
                .documentInvalid, object: "document",
                details: [
                    ErrorDetail(
                        pointer: "/header/threadId", code: .valueOutOfRange,
                        expectation: target.threadID.text)
                ])
        }
        if rules.requiresReadingOfTarget { try await checkReading(of: target, by: author) }
        return target
    }

    private func checkSuperseded(
        _ earlier: DocumentIdentity, _ header: DocumentHeader
    ) async throws {
        // Two steps: the optimiser of Swift 6.3 crashes on a throwing call inside this guard.
        let item = try await context.store.document(earlier)
        guard earlier.origin == context.node, item != nil else {
            throw BrokerError(.notFound, object: earlier.description)
        }
    }

    private func checkReading(of target: DocumentRecord, by author: OfficerID) async throws {
        let readings = try await context.store.readings(of: target.identity)
        guard readings.contains(where: { $0.officer == author }) else {
            throw BrokerError(.notRead, object: target.reference.text)
        }
    }
}

extension DocumentRecord {
    /// Whether an officer of this node may see it: a document that names officers is for them and
    /// its author alone.
    package func mayBeRead(by officer: OfficerID) -> Bool {
        namedOfficers.isEmpty || namedOfficers.contains(officer) || author == officer
    }
}
