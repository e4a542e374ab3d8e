import EnlaceModel
import EnlaceWire

/// How a thread is shown: its documents with each recipient's state, then what happened, in order.
enum TimelineRendering {
    static func json(_ timeline: ClientTimeline) -> JSONValue {
        [
            "schemaVersion": .integer(ListJSON.schemaVersion),
            "items": .array(timeline.items.map(ItemRendering.json)),
            "events": .array(timeline.events.map(json(event:))),
            "nextCursor": .null,
        ]
    }

    private static func json(event: ClientEvent) -> JSONValue {
        [
            "at": ItemRendering.time(event.at),
            "event": .string(event.event),
            "messageId": .string(ItemRendering.text(messageID: event.identity.messageID)),
            "ref": .string(event.reference),
            "actor": .string(event.actor),
            "recipient": event.recipient.isEmpty ? .null : .string(event.recipient),
            "reason": event.reason.isEmpty ? .null : .string(event.reason),
            "proof": event.log.isEmpty
                ? .null
                : ["log": .string(event.log), "index": .integer(Int64(event.index))],
        ]
    }

    static func lines(
        _ timeline: ClientTimeline, language: Language, clock: LocalClock
    ) -> [String] {
        ItemRendering.table(timeline.items, language: language) + [""]
            + eventTable(timeline.events, language, clock)
    }

    private static func eventTable(
        _ events: [ClientEvent], _ language: Language, _ clock: LocalClock
    ) -> [String] {
        let headings: [MessageKey] = [
            .headingTime, .headingEvent, .headingReference, .headingActor, .headingRecipient,
            .headingProof,
        ]
        var table = Table(headings.map { Catalogue.text($0, language: language) })
        for event in events {
            let reason = event.reason.isEmpty ? "" : " (\(event.reason))"
            table.row([
                clock.text(milliseconds: event.at),
                TimelineWord.label(event.event, language) + reason,
                event.reference, event.actor, event.recipient,
                event.log.isEmpty ? "" : "\(event.log) #\(event.index)",
            ])
        }
        return table.lines
    }
}

/// The words of a timeline: the delivery states, and ACCEPTED for being on disk at the own node.
enum TimelineWord {
    static func label(_ word: String, _ language: Language) -> String {
        if word == "ACCEPTED" { return Catalogue.text(.eventAccepted, language: language) }
        return DeliveryState(rawValue: word)?.label.text(in: language) ?? word
    }
}
