import EnlaceLog
package import EnlaceModel
package import EnlaceStore

/// A document that the agency lets go: where its policy demands it, a second person has signed.
package struct ReleasedDocument: Sendable {
    package let valid: ValidDocument
    package let releaser: OfficerID?

    fileprivate init(valid: ValidDocument, releaser: OfficerID?) {
        self.valid = valid
        self.releaser = releaser
    }
}

/// The stage from a valid document to a released one, and to what the store keeps of it.
package struct Release: Sendable {
    let context: BrokerContext

    /// Throws `RELEASE_REQUIRED` when the document demands a proofOfApproval and has none. That the
    /// approval is by another active officer of this node is already proven.
    package func release(_ valid: ValidDocument) throws(BrokerError) -> ReleasedDocument {
        let releaser = valid.authentic.approver?.officer
        guard releaser != nil || !valid.header.releaseRequired else {
            throw BrokerError(.releaseRequired, object: valid.header.reference.text)
        }
        return ReleasedDocument(valid: valid, releaser: releaser)
    }

    /// One transaction's worth: the document protected at rest, a queue row for each recipient, what
    /// it does to the one it answers, and the local entries.
    package func record(_ released: ReleasedDocument) throws -> SubmissionRecord {
        let authentic = released.valid.authentic
        let now = context.clock.now()
        let document = try DocumentRecord(
            authentic.document, signed: authentic.signed, releaser: released.releaser, at: now,
            context: context)
        return SubmissionRecord(
            document: document, queuedFor: document.recipients,
            effect: DeliveryEffect(of: authentic.document, by: context.node, at: now),
            isOncePerTarget: authentic.document.rules.oncePerAnswerer,
            localEntries: entries(released, content: document.content))
    }

    private func entries(_ released: ReleasedDocument, content: SHA256Digest) -> [EntryDraft] {
        let header = released.valid.header
        var entries = [
            context.local(
                .submitted, actor: header.author.officer.text, messageID: header.messageID,
                digest: content, object: header.schema.text)
        ]
        if let releaser = released.releaser {
            entries.append(
                context.local(
                    .released, actor: releaser.text, messageID: header.messageID,
                    digest: content))
        }
        if released.valid.authentic.document.rules.effectOnTarget == .acknowledged,
            let target = header.inReplyTo
        {
            entries.append(
                context.local(
                    .acknowledged, actor: header.author.officer.text,
                    messageID: target.messageID, object: target.origin.text))
        }
        return entries
    }
}
