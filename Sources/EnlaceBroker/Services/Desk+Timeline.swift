import EnlaceLog
package import EnlaceModel
package import EnlaceStore

/// One thing that happened in a thread.
package struct TimelineEvent: Sendable, Equatable {
    package let at: Timestamp
    package let event: String
    package let document: DocumentRecord
    /// The node or officer who did it.
    package let actor: String
    /// The recipient concerned, for events of a delivery.
    package let recipient: NodeID?
    /// Where the log entry stands that proves it.
    package let log: String
    package let index: UInt64
    package let reason: String
}

/// A thread as this node knows it.
package struct Timeline: Sendable {
    package let threadID: MessageID
    /// Oldest first.
    package let items: [DocumentItem]
    package let events: [TimelineEvent]
}

extension Desk {
    /// The thread of a document: its documents, and each receipt, reading and acknowledgement apart.
    package func show(_ name: String, by person: Person) async throws -> Timeline {
        try await context.authorise(person, .show)
        let item = try await item(named: name, for: person)
        let items = try await thread(item.document.threadID, for: person)
        var events: [TimelineEvent] = []
        for item in items {
            let readings = try await context.store.readings(of: item.document.identity)
            events += EventMaker(item: item, store: context.store.identity).events(readings)
        }
        return Timeline(
            threadID: item.document.threadID, items: items,
            events: events.sorted { $0.at < $1.at })
    }

    private func thread(_ id: MessageID, for person: Person) async throws -> [DocumentItem] {
        let page = try await context.store.documents(
            DocumentQuery(
                direction: .both, states: [], types: [], peer: nil, threadID: id,
                readableBy: reader(person), cursor: nil, limit: Self.threadItemsMax))
        return page.items.sorted { $0.document.storedAt < $1.document.storedAt }
    }
}

/// Tells the events of one document from its deliveries and readings.
private struct EventMaker {
    let item: DocumentItem
    let store: StoreIdentity

    private var node: NodeID { store.node }
    private var document: DocumentRecord { item.document }
    private var isOwn: Bool { document.identity.origin == node }

    func events(_ readings: [ReadingRecord]) -> [TimelineEvent] {
        var events: [TimelineEvent] = []
        if isOwn {
            events.append(event("ACCEPTED", at: document.storedAt, by: document.author.text))
        }
        for delivery in item.deliveries { events += self.events(delivery) }
        events += readings.map { reading in
            event("READ", at: reading.at, by: reading.officer.text, reason: reading.purpose)
        }
        return events
    }

    private func events(_ delivery: DeliveryRecord) -> [TimelineEvent] {
        let recipient = delivery.recipient
        let receipt = delivery.receipt
        var events: [TimelineEvent] = []
        if isOwn, let at = delivery.sentAt, let index = delivery.sentIndex {
            events.append(
                event(
                    "SENT", at: at, by: node.text, to: recipient, log: ownLog(to: recipient),
                    index: index))
        }
        if let at = delivery.receivedAt {
            events.append(
                event(
                    "RECEIVED", at: at, by: recipient.text, to: recipient,
                    log: receipt?.log ?? "", index: receipt?.index ?? 0))
        } else if let receipt {
            events.append(
                event(
                    "REJECTED", at: receipt.time, by: recipient.text, to: recipient,
                    log: receipt.log, index: receipt.index,
                    reason: delivery.reason?.rawValue ?? ""))
        }
        // The node's own readings stand with the persons who read.
        if recipient != node, let at = delivery.readAt {
            events.append(event("READ", at: at, by: recipient.text, to: recipient))
        }
        if let at = delivery.acknowledgedAt {
            events.append(event("ACKNOWLEDGED", at: at, by: recipient.text, to: recipient))
        }
        if let end = end(delivery) { events.append(end) }
        return events
    }

    private func end(_ delivery: DeliveryRecord) -> TimelineEvent? {
        switch delivery.state {
        case .expired:
            event(
                "EXPIRED", at: document.expiresAt, by: document.identity.origin.text,
                to: delivery.recipient, reason: delivery.reason?.rawValue ?? "")
        case .withdrawn:
            event(
                "WITHDRAWN", at: delivery.queuedAt, by: document.identity.origin.text,
                to: delivery.recipient, reason: delivery.reason?.rawValue ?? "")
        default: nil
        }
    }

    private func ownLog(to peer: NodeID) -> String {
        LogOrigin(environment: store.environment, owner: node, scope: .channel(peer: peer)).text
    }

    private func event(
        _ name: String, at: Timestamp, by actor: String, to recipient: NodeID? = nil,
        log: String = "", index: UInt64 = 0, reason: String = ""
    ) -> TimelineEvent {
        TimelineEvent(
            at: at, event: name, document: document, actor: actor, recipient: recipient, log: log,
            index: index, reason: reason)
    }
}
