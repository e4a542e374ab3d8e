package import EnlaceModel
package import EnlaceStore

extension DocumentRecord {
    /// A lead from the U.S. node to the Mexican one; what differs is given.
    package static func fixture(
        _ number: Int, origin: NodeID = Fixture.hsi, recipients: [NodeID] = [Fixture.fevimtra],
        schema: String = "LEAD/1.0", urgency: Urgency = .routine,
        trafficLight: TrafficLight = .amber, author: String = "o-1001",
        namedOfficers: [OfficerID] = [], thread: Int? = nil, inReplyTo: DocumentIdentity? = nil,
        supersedes: DocumentIdentity? = nil, releaser: OfficerID? = nil, content: String? = nil,
        byteCount: Int = 64, storedAt: Timestamp = ManualClock.start,
        lifetime: Duration = .seconds(30 * 86_400)
    ) -> DocumentRecord {
        DocumentRecord(
            identity: Fixture.identity(number, of: origin),
            threadID: Fixture.messageID(thread ?? number), inReplyTo: inReplyTo,
            supersedes: supersedes,
            reference: Fixture.known(
                try DocumentReference(node: origin, year: 2026, serial: max(1, number))),
            schema: Fixture.known(try SchemaVersion(schema)),
            author: Fixture.officer(author, of: origin),
            authorCertificate: Fixture.digest("certificate of \(author)"), releaser: releaser,
            recipients: recipients, namedOfficers: namedOfficers, urgency: urgency,
            trafficLight: trafficLight, draftedAt: storedAt,
            expiresAt: storedAt.advanced(by: lifetime),
            content: Fixture.digest(content ?? "content \(number)"), storedAt: storedAt,
            protected: .fixture(number, byteCount: byteCount))
    }
}

extension ProtectedBytes {
    /// Bytes that look encrypted; nothing can open them.
    package static func fixture(
        _ number: Int, epoch: UInt32 = 1, byteCount: Int = 64
    ) -> ProtectedBytes {
        let random = SeededRandom(seed: UInt64(truncatingIfNeeded: number))
        return ProtectedBytes(
            epoch: epoch, wrappedKey: random.bytes(40), nonce: random.bytes(12),
            ciphertext: random.bytes(byteCount))
    }
}

extension SubmissionRecord {
    /// The submission of `document`, queued for its recipients, with one local entry.
    package static func fixture(
        _ document: DocumentRecord, effect: DeliveryEffect? = nil, isOncePerTarget: Bool = false
    ) -> SubmissionRecord {
        SubmissionRecord(
            document: document, queuedFor: document.recipients, effect: effect,
            isOncePerTarget: isOncePerTarget,
            localEntries: [Fixture.local(.submitted, at: document.storedAt)])
    }
}
