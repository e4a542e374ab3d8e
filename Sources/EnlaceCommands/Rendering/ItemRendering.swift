import EnlaceModel
import EnlaceWire

/// How documents stand in lists: a table row for people, the contract's object with `--json`.
enum ItemRendering {
    /// `messageId, threadId, ref, type, from, to, urgency, state, owner, createdAt, recipients[]`.
    static func json(_ item: ClientItem) -> JSONValue {
        [
            "messageId": .string(text(messageID: item.identity.messageID)),
            "threadId": .string(text(messageID: item.threadID)),
            "ref": .string(item.reference),
            "type": .string(item.type),
            "from": .string(item.from),
            "to": .array(item.to.map(JSONValue.string)),
            "author": .string(item.author),
            "urgency": .string(item.urgency),
            "tlp": .string(item.trafficLight),
            "state": .string(item.state),
            "owner": .string(item.owner),
            "createdAt": .string(text(milliseconds: item.draftedAt)),
            "expiresAt": .string(text(milliseconds: item.expiresAt)),
            "inReplyTo": item.hasInReplyTo
                ? [
                    "origin": .string(item.inReplyTo.origin),
                    "messageId": .string(text(messageID: item.inReplyTo.messageID)),
                ] : .null,
            "sha256": .string(Hex.encode(item.content)),
            "awaiting": .bool(item.awaiting),
            "recipients": .array(item.deliveries.map(json(delivery:))),
        ]
    }

    /// `node, state, receipt` and the times, absent ones null.
    static func json(delivery: ClientDelivery) -> JSONValue {
        [
            "node": .string(delivery.node),
            "state": .string(delivery.state),
            "attempt": .integer(Int64(delivery.attempt)),
            "queuedAt": time(delivery.queuedAt),
            "sentAt": time(delivery.sentAt),
            "receivedAt": time(delivery.receivedAt),
            "readAt": time(delivery.readAt),
            "acknowledgedAt": time(delivery.acknowledgedAt),
            "nextAttemptAt": time(delivery.nextAttemptAt),
            "reason": delivery.reason.isEmpty ? .null : .string(delivery.reason),
            "owner": .string(delivery.owner),
            "receipt": delivery.receiptLog.isEmpty
                ? .null
                : [
                    "log": .string(delivery.receiptLog),
                    "index": .integer(Int64(delivery.receiptIndex)),
                    "at": time(delivery.receiptAt),
                ],
        ]
    }

    static func table(_ items: [ClientItem], language: Language) -> [String] {
        var table = Table(
            [
                .headingReference, .headingType, .headingFrom, .headingTo, .headingUrgency,
                .headingState, .headingTime,
            ].map { Catalogue.text($0, language: language) })
        for item in items {
            table.row([
                item.reference, item.type, item.from, item.to.joined(separator: ","),
                label(Urgency(rawValue: item.urgency), item.urgency, language),
                label(DeliveryState(rawValue: item.state), item.state, language),
                text(milliseconds: item.draftedAt),
            ])
        }
        return table.isEmpty ? [Catalogue.text(.nothingToShow, language: language)] : table.lines
    }

    /// The label of a code, or the code as it came when it is unknown here.
    static func label(_ value: (some Labelled)?, _ code: String, _ language: Language) -> String {
        value?.label.text(in: language) ?? code
    }

    static func text(messageID: some Collection<UInt8>) -> String {
        (try? MessageID(bytes: messageID))?.text ?? ""
    }

    static func text(milliseconds: UInt64) -> String {
        milliseconds == 0 ? "" : Timestamp(milliseconds: milliseconds).text
    }

    static func time(_ milliseconds: UInt64) -> JSONValue {
        milliseconds == 0 ? .null : .string(text(milliseconds: milliseconds))
    }
}
