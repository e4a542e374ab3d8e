import EnlaceCrypto
import EnlaceLog
package import EnlaceModel
package import EnlaceStore
import Logging

/// What became of a submission.
package struct SubmissionResult: Sendable {
    package enum Outcome: Sendable {
        case stored
        /// The same content was there already.
        case alreadyStored
        /// This node has answered the target before, by the item given.
        case alreadyAnswered
    }

    package let outcome: Outcome
    package let item: DocumentItem
}

// The road of a document at its origin, stage by stage.
extension Broker {
    /// Takes a signed document from an officer who has logged in; returns when it is durable.
    ///
    /// The same bytes again get the same answer; other content under a known identity is `CONFLICT`.
    /// A refusal is logged with its code.
    package func submit(
        _ signedBytes: [UInt8], by officer: OfficerID
    ) async throws -> SubmissionResult {
        do {
            let submitted = try Submission.receive(signedBytes, from: officer)
            let authentic = try Authentication(context: context).check(submitted)
            let record: SubmissionRecord
            do {
                let valid = try await Validation(context: context).check(authentic)
                let release = Release(context: context)
                record = try release.record(release.release(valid))
            } catch {
                // What was taken once stays taken, though it could not be any more.
                if let known = try await known(authentic) { return known }
                throw error
            }
            return try await store(record)
        } catch let error as any CodedError where error.code.kind == .rejected {
            try await logRefusal(error, of: signedBytes, by: officer)
            throw error
        }
    }

    /// The answer for a document that is here already, whatever else may have changed since.
    private func known(_ authentic: AuthenticDocument) async throws -> SubmissionResult? {
        guard let item = try await context.store.document(authentic.header.identity) else {
            return nil
        }
        guard item.document.content == authentic.content else {
            throw conflict(item.document.reference)
        }
        return SubmissionResult(outcome: .alreadyStored, item: item)
    }

    private func store(_ record: SubmissionRecord) async throws -> SubmissionResult {
        let document = record.document
        switch try await context.store.recordSubmission(record) {
        case .stored:
            context.dispatcher.wake(record.queuedFor)
            context.logger.debug(
                "accepted",
                metadata: [
                    "lead-id": "\(document.identity.messageID)", "stage": "submission",
                    "peer": "\(record.queuedFor.map(\.text).joined(separator: " "))",
                ])
            return SubmissionResult(outcome: .stored, item: Self.item(of: record))
        case .alreadyStored:
            return SubmissionResult(
                outcome: .alreadyStored, item: try await item(document.identity))
        case .conflict: throw conflict(document.reference)
        case .alreadyAnswered(let answer):
            return SubmissionResult(outcome: .alreadyAnswered, item: try await item(answer))
        }
    }

    private func item(_ identity: DocumentIdentity) async throws -> DocumentItem {
        guard let item = try await context.store.document(identity) else {
            throw BrokerError(.notFound, object: identity.description)
        }
        return item
    }

    private static func item(of record: SubmissionRecord) -> DocumentItem {
        let rows = record.queuedFor.sorted().map { recipient in
            DeliveryRecord(
                queuing: record.document.identity, for: recipient, at: record.document.storedAt)
        }
        return DocumentItem(document: record.document, deliveries: rows)
    }

    private func conflict(_ reference: DocumentReference) -> BrokerError {
        BrokerError(.conflict, object: reference.text)
    }

    private func logRefusal(
        _ error: any CodedError, of bytes: [UInt8], by officer: OfficerID
    ) async throws {
        let event: AuditEvent = error.code == .conflict ? .conflicted : .refused
        _ = try await context.store.append(
            [
                context.local(
                    event, actor: officer.text, digest: SHA256.digest(bytes),
                    outcome: error.code)
            ], to: context.store.identity.localLog)
        context.logger.notice(
            "refused",
            metadata: ["code": "\(error.code.rawValue)", "stage": "validation"])
    }
}

// What else officers ask.
extension Broker {
    /// Shows a document to an officer; see `Presentation.read`.
    package func read(
        _ name: String, purpose: String, reason: String, by officer: OfficerID, roles: Set<Role>
    ) async throws -> PresentedDocument {
        try await Presentation(context: context).read(
            name, purpose: purpose, reason: reason, by: officer, roles: roles)
    }

    /// The one document of this reference or message identifier, without its content.
    package func find(_ name: String) async throws -> DocumentItem {
        try await Presentation(context: context).find(name)
    }

    package func withdraw(
        _ name: String, by officer: OfficerID, roles: Set<Role>
    ) async throws -> DocumentItem {
        try await Recovery(context: context).withdraw(name, by: officer, roles: roles)
    }

    package func resend(
        _ name: String, to recipient: NodeID?, by officer: OfficerID, roles: Set<Role>
    ) async throws -> DocumentItem {
        try await Recovery(context: context).resend(
            name, to: recipient, by: officer, roles: roles)
    }

    /// The nodes that are not approved peers of this one.
    package func unknown(among recipients: [NodeID]) -> [NodeID] {
        Validation(context: context).unknown(among: recipients)
    }
}
