package import EnlaceCrypto
package import EnlaceModel
package import EnlaceStore

/// A person with both certificates and keys.
package struct PKIOfficer: Sendable {
    package let officer: OfficerID
    package let roles: Set<Role>
    package let client: Credential
    package let signing: Credential
    let now: Timestamp

    /// Signs as the author.
    package func sign(_ content: [UInt8], at time: Timestamp? = nil) throws -> [UInt8] {
        try SignedDocument.sign(
            content: content, key: signing.key, certificate: signing.certificate, at: time ?? now
        ).derBytes
    }

    /// Adds this person's approval.
    package func approve(_ signed: [UInt8], at time: Timestamp? = nil) throws -> [UInt8] {
        try SignedDocument.approve(
            UnverifiedSignedDocument(signed), key: signing.key, certificate: signing.certificate,
            at: time ?? now
        ).derBytes
    }

    /// As the roster of the own node has this person.
    package func record(revokedAt: Timestamp? = nil) -> OfficerRecord {
        OfficerRecord(
            officer: officer, roles: roles, clientCertificate: client.certificate.derBytes,
            clientFingerprint: client.certificate.fingerprint,
            signingCertificate: signing.certificate.derBytes,
            signingFingerprint: signing.certificate.fingerprint, addedAt: now,
            revokedAt: revokedAt, statement: [])
    }
}

extension PKIOfficer {
    /// A complete synthetic lead, signed.
    package func lead(
        to recipients: [NodeID], reference: DocumentReference, messageID: MessageID,
        at time: Timestamp, namedOfficers: [OfficerID] = []
    ) throws -> [UInt8] {
        var json = TestNode.leadJSON
        json["title"] = "Synthetic lead"
        json["urgency"] = .string(Urgency.routine.rawValue)
        if !namedOfficers.isEmpty {
            json["tlp"] = .string(TrafficLight.red.rawValue)
            json["namedOfficers"] = .array(namedOfficers.map { .string($0.text) })
        }
        return try complete(
            .object(json), recipients: recipients, reference: reference, messageID: messageID,
            at: time)
    }

    /// The acknowledgement of a document that this person has read.
    package func acknowledgement(
        of target: DocumentIdentity, firstReadAt: Timestamp, reference: DocumentReference,
        messageID: MessageID, at time: Timestamp
    ) throws -> [UInt8] {
        try complete(
            AcknowledgementDraft(target: target, firstReadAt: firstReadAt).json,
            recipients: [target.origin], reference: reference, messageID: messageID, at: time,
            target: target)
    }

    private func complete(
        _ draft: JSONValue, recipients: [NodeID], reference: DocumentReference,
        messageID: MessageID, at time: Timestamp, target: DocumentIdentity? = nil
    ) throws -> [UInt8] {
        let context = CompletionContext(
            environment: Fixture.environment, messageID: messageID, reference: reference,
            author: .init(officer: officer, certificate: signing.certificate.fingerprint),
            now: time, recipients: recipients, inReplyTo: target,
            threadID: target?.messageID)
        return try sign(DraftDocument(draft).complete(context).bytes, at: time)
    }
}
