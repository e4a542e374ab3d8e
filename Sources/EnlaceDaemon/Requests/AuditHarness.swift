import EnlaceBroker
import EnlaceLog
import EnlaceModel
import EnlaceWire

// Requests of auditors.
extension RequestHarness {
    func auditHistory(_ body: ClientAuditHistory) async throws -> ClientResponse {
        let page = try await services.audit.history(
            name: body.name.isEmpty ? nil : body.name, events: Set(body.events),
            cursor: body.cursor.isEmpty ? nil : body.cursor,
            limit: limit(body.limit, max: AuditDesk.rowsMax), by: person)
        var response = ClientResponse()
        response.auditHistory.rows = page.rows.map(ClientAuditRow.init)
        response.auditHistory.nextCursor = page.nextCursor ?? ""
        return response
    }

    func auditLogs() async throws -> ClientResponse {
        var response = ClientResponse()
        response.auditLogs.logs = try await services.audit.list(by: person)
            .map(ClientAuditLog.init)
        return response
    }

    func auditEntries(_ body: ClientAuditEntries) async throws -> ClientResponse {
        let entries = try await services.audit.entries(
            of: try LogOrigin(body.origin), from: body.from,
            limit: limit(body.limit, max: AuditDesk.entriesMax), by: person)
        var response = ClientResponse()
        response.auditEntries.entries = entries.map { .init(wire: $0) }
        return response
    }
}

extension ClientAuditRow {
    fileprivate init(_ row: AuditRow) {
        self.init()
        log = row.log.text
        index = row.index
        at = row.at.milliseconds
        event = row.event
        actor = row.actor
        messageID = .init(wire: row.messageID?.bytes ?? [])
        digest = .init(wire: row.digest?.bytes ?? [])
        object = row.object
        outcome = row.outcome
    }
}

extension ClientAuditLog {
    fileprivate init(_ log: AuditDesk.Log) {
        self.init()
        origin = log.origin.text
        isOwn = log.isOwn
        checkpoint = .init(wire: log.checkpoint)
        cosignature = log.cosignature
        cosignatureSize = log.cosignatureSize
        logKey = log.logKey
        witnessKey = log.witnessKey
        size = log.size
    }
}
