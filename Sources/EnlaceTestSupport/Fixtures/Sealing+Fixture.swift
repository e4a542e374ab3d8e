package import EnlaceLog
package import EnlaceModel
package import EnlaceStore

extension SealedItem {
    /// What sealing makes of a queued row: hashes of stand-ins for clear header and envelope.
    package static func fixture(
        _ queued: QueuedDelivery, at: Timestamp = ManualClock.start
    ) -> SealedItem {
        fixture(queued.document, attempt: queued.attempt, at: at)
    }

    package static func fixture(
        _ document: DocumentRecord, attempt: UInt32 = 1, at: Timestamp = ManualClock.start
    ) -> SealedItem {
        let name = "\(document.identity) \(attempt)"
        let clearHeader = Array("clear header of \(name)".utf8)
        let envelope = Array("envelope of \(name)".utf8)
        return SealedItem(
            identity: document.identity, clearHeader: clearHeader, envelope: envelope,
            entry: Fixture.draft(.sent(.fixture(document, attempt: attempt)), at: at))
    }
}

extension SentBody {
    package static func fixture(_ document: DocumentRecord, attempt: UInt32 = 1) -> SentBody {
        let name = "\(document.identity) \(attempt)"
        return SentBody(
            messageID: document.identity.messageID, attempt: attempt,
            clearHeader: Fixture.digest("clear header of \(name)"),
            envelope: Fixture.digest("envelope of \(name)"), content: document.content)
    }
}

extension SealingRecord {
    package static func fixture(
        _ items: [SealedItem], to peer: NodeID = Fixture.fevimtra,
        otherEntries: [EntryDraft] = [], localEntries: [EntryDraft] = [],
        at: Timestamp = ManualClock.start
    ) -> SealingRecord {
        SealingRecord(
            peer: peer, log: Fixture.channel(of: Fixture.hsi, to: peer), items: items,
            otherEntries: otherEntries, localEntries: localEntries, at: at)
    }
}
