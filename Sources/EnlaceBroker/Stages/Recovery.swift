import EnlaceLog
package import EnlaceModel
package import EnlaceStore

/// What an officer can do about a document on its way: take it back, or have it tried again.
package struct Recovery: Sendable {
    let context: BrokerContext

    /// Takes back the rows that have not been sealed.
    ///
    /// Throws `STATE_FORBIDS` when none is queued any more.
    package func withdraw(
        _ name: String, by officer: OfficerID, roles: Set<Role>
    ) async throws -> DocumentItem {
        let item = try await own(name, of: officer, roles: roles)
        guard item.deliveries.contains(where: { $0.state == .queued }) else {
            throw BrokerError(.stateForbids, object: item.document.reference.text)
        }
        let entry = context.local(
            .withdrawn, actor: officer.text, messageID: item.document.identity.messageID,
            digest: item.document.content)
        let rows = try await context.store.recordWithdrawal(
            of: item.document.identity, localEntries: [entry], at: context.clock.now())
        return DocumentItem(document: item.document, deliveries: rows)
    }

    /// Queues again the rows that were refused for good or expired.
    ///
    /// Throws `STATE_FORBIDS` when there are none, `EXPIRED` when the document's own time is over.
    package func resend(
        _ name: String, to recipient: NodeID?, by officer: OfficerID, roles: Set<Role>
    ) async throws -> DocumentItem {
        let item = try await own(name, of: officer, roles: roles)
        let document = item.document
        let now = context.clock.now()
        let rows = item.deliveries.filter {
            ($0.state == .rejected || $0.state == .expired)
                && (recipient == nil || $0.recipient == recipient)
        }
        guard !rows.isEmpty else {
            throw BrokerError(.stateForbids, object: document.reference.text)
        }
        guard document.expiresAt > now else {
            throw BrokerError(
                .expired, object: document.reference.text,
                context: ["expiresAt": document.expiresAt.text])
        }
        let entry = context.local(
            .resent, actor: officer.text, messageID: document.identity.messageID,
            digest: document.content, object: recipient?.text ?? "")
        let deliveries = try await context.store.recordResending(
            of: document.identity, recipient: recipient, localEntries: [entry], at: now)
        context.dispatcher.wake(rows.map(\.recipient))
        return DocumentItem(document: document, deliveries: deliveries)
    }

    private func own(
        _ name: String, of officer: OfficerID, roles: Set<Role>
    ) async throws -> DocumentItem {
        let item = try await Presentation(context: context).find(name)
        guard roles.contains(.officer), item.document.identity.origin == context.node else {
            throw BrokerError(.notPermitted, object: item.document.reference.text)
        }
        guard item.document.mayBeRead(by: officer) else {
            throw BrokerError(.notForThisOfficer, object: item.document.reference.text)
        }
        return item
    }
}
