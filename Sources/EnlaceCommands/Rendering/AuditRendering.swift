import EnlaceModel
import EnlaceWire

/// How log entries are shown to an auditor.
enum AuditRendering {
    static func json(_ row: ClientAuditRow) -> JSONValue {
        [
            "log": .string(row.log),
            "index": .integer(Int64(clamping: row.index)),
            "at": ItemRendering.time(row.at),
            "event": .string(row.event),
            "actor": row.actor.isEmpty ? .null : .string(row.actor),
            "messageId": row.messageID.isEmpty
                ? .null : .string(ItemRendering.text(messageID: row.messageID)),
            "sha256": row.digest.isEmpty ? .null : .string(Hex.encode(row.digest)),
            "object": row.object.isEmpty ? .null : .string(row.object),
            "outcome": .string(row.outcome),
        ]
    }

    static func table(_ rows: [ClientAuditRow], language: Language) -> [String] {
        let headings: [MessageKey] = [
            .headingTime, .headingLog, .headingIndex, .headingEvent, .headingActor, .headingObject,
            .headingOutcome,
        ]
        var table = Table(headings.map { Catalogue.text($0, language: language) })
        for row in rows {
            table.row([
                ItemRendering.text(milliseconds: row.at), row.log, String(row.index), row.event,
                row.actor,
                row.object.isEmpty ? ItemRendering.text(messageID: row.messageID) : row.object,
                row.outcome,
            ])
        }
        return table.isEmpty ? [Catalogue.text(.nothingToShow, language: language)] : table.lines
    }
}
