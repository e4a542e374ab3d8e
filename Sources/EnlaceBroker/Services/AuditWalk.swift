package import EnlaceLog
package import EnlaceModel
import EnlaceStore

/// One log entry in words: metadata and opaque names only.
package struct AuditRow: Sendable, Equatable {
    package let log: LogOrigin
    package let index: UInt64
    package let at: Timestamp
    package let event: String
    /// The officer or component that acted, or the node that owns a channel log.
    package let actor: String
    package let messageID: MessageID?
    package let digest: SHA256Digest?
    package let object: String
    package let outcome: String
}

package struct AuditHistoryPage: Sendable {
    package let rows: [AuditRow]
    /// Nil when the beginning of all logs was reached.
    package let nextCursor: String?

    package init(rows: [AuditRow], nextCursor: String?) {
        self.rows = rows
        self.nextCursor = nextCursor
    }
}

/// Where a page ended: for each log the index below which the next one goes on.
struct AuditCursor: Sendable, Equatable {
    /// The most logs a cursor may name.
    static let logsMax = 1024

    var bounds: [LogOrigin: UInt64]

    init(bounds: [LogOrigin: UInt64]) { self.bounds = bounds }

    init(_ text: String) throws(BrokerError) {
        bounds = [:]
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let pair = part.split(separator: "=", omittingEmptySubsequences: false)
            guard pair.count == 2, bounds.count < Self.logsMax,
                let origin = try? LogOrigin(String(pair[0])), let bound = UInt64(pair[1])
            else { throw BrokerError(.valueOutOfRange, object: "cursor") }
            bounds[origin] = bound
        }
    }

    var text: String {
        bounds.sorted { $0.key.text < $1.key.text }.map { "\($0.key.text)=\($0.value)" }
            .joined(separator: ",")
    }
}

/// Walks several logs backwards at the same time, by the times of their entries.
///
/// Times within a log do not decrease but by clock corrections, so that merging by the last entry
/// of each gives newest first to the same degree as the clocks do.
struct AuditWalk {
    /// Entries read from one log at once.
    private static let pageEntries: UInt64 = 128
    /// Entries looked at for one page of rows; a rare event then comes with the next page.
    private static let entriesMax = 50_000

    private let store: any Store
    private let node: NodeID
    /// Index below which a log has not been walked yet.
    private var bounds: [LogOrigin: UInt64] = [:]
    /// Rows read and not given yet, oldest first.
    private var buffers: [LogOrigin: [AuditRow]] = [:]
    private var entriesRead = 0

    init(store: any Store, node: NodeID, cursor: AuditCursor?) async throws {
        self.store = store
        self.node = node
        for record in try await store.logs() {
            let size = record.edge.size
            // A log that began after the first page has nothing to add to it.
            bounds[record.origin] = cursor.map { min($0.bounds[record.origin] ?? 0, size) } ?? size
        }
    }

    mutating func page(
        limit: Int, isWanted: (AuditRow) -> Bool
    ) async throws -> AuditHistoryPage {
        var rows: [AuditRow] = []
        while rows.count < limit, entriesRead < Self.entriesMax, let row = try await next() {
            if isWanted(row) { rows.append(row) }
        }
        let isAtEnd = bounds.values.allSatisfy { $0 == 0 }
        return AuditHistoryPage(
            rows: rows, nextCursor: isAtEnd ? nil : AuditCursor(bounds: bounds).text)
    }

    private mutating func next() async throws -> AuditRow? {
        for (origin, bound) in bounds where bound > 0 && buffers[origin]?.isEmpty ?? true {
            buffers[origin] = try await read(origin, below: bound)
        }
        let newest = buffers.values.compactMap(\.last).max { left, right in
            (left.at, left.log.text) < (right.at, right.log.text)
        }
        guard let newest else { return nil }
        buffers[newest.log]?.removeLast()
        bounds[newest.log] = newest.index
        return newest
    }

    private mutating func read(_ origin: LogOrigin, below bound: UInt64) async throws -> [AuditRow]
    {
        let first = bound - min(bound, Self.pageEntries)
        let page = try await store.entries(of: origin, from: first, limit: Int(bound - first))
        guard page.count == Int(bound - first) else {
            throw BrokerError(.storeDamaged, object: origin.text)
        }
        entriesRead += page.count
        var rows: [AuditRow] = []
        for (offset, bytes) in page.enumerated() {
            rows.append(AuditRow(try LogEntry(bytes, at: first + UInt64(offset)), in: origin))
        }
        return rows
    }
}

extension AuditRow {
    init(_ entry: LogEntry, in origin: LogOrigin) {
        let other =
            switch origin.scope {
            case .channel(let peer): peer.text
            case .local: ""
            }
        func row(
            actor: String = origin.owner.text, messageID: MessageID? = nil,
            digest: SHA256Digest? = nil, object: String = other, outcome: String = "OK"
        ) -> AuditRow {
            AuditRow(
                log: origin, index: entry.index, at: entry.time, event: entry.body.name,
                actor: actor, messageID: messageID, digest: digest, object: object,
                outcome: outcome)
        }
        switch entry.body {
        case .keys(let body): self = row(digest: body.card, object: "\(body.cardVersion)")
        case .sent(let body): self = row(messageID: body.messageID, digest: body.content)
        case .received(let body): self = row(messageID: body.messageID, digest: body.content)
        case .rejected(let body):
            self = row(
                messageID: body.messageID, digest: body.envelope, outcome: body.reason)
        case .read(let body): self = row(messageID: body.messageID, digest: body.content)
        case .directory(let body): self = row(digest: body.directory, object: "\(body.version)")
        case .localAnchor(let body), .peerCheckpoint(let body):
            self = row(digest: body.root, object: "\(body.size)")
        case .local(let body):
            self = row(
                actor: body.actor, messageID: body.messageID, digest: body.digest,
                object: body.object, outcome: body.outcome)
        case .opaque: self = row(outcome: "")
        }
    }
}
