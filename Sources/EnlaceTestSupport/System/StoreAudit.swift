import EnlaceCrypto
import EnlaceLog
package import EnlaceModel
package import EnlaceStore

/// What a closed node's store holds, counted and verified from outside: every log entry by entry
/// against its signed checkpoint, every outgoing and incoming document.
package struct StoreAudit: Sendable {
    /// Entries and items read at a time.
    private static let pageSize = 500

    /// One document at its origin, with the one recipient that it has.
    package struct Delivery: Sendable {
        package let state: DeliveryState
        package let attempt: UInt32
        package let queuedAt: Timestamp
        package let receivedAt: Timestamp?
        package let hasReceipt: Bool
    }

    /// Leads of this node, by message identifier.
    package private(set) var outgoing: [MessageID: Delivery] = [:]
    /// How often each document stands in the list of what came in.
    package private(set) var incoming: [MessageID: Int] = [:]
    /// How often each document was sent and received by the entries of this node's channel logs.
    package private(set) var sentEntries: [MessageID: Int] = [:]
    package private(set) var receivedEntries: [MessageID: Int] = [:]
    /// Entries of all logs.
    package private(set) var entryCount: UInt64 = 0

    /// - Parameter logKeys: the public log key of each node whose logs the store holds.
    /// - Throws: the first contradiction.
    package init(_ store: any Store, logKeys: [NodeID: [UInt8]]) async throws {
        for log in try await store.logs() {
            guard let key = logKeys[log.origin.owner] else {
                throw ModelError(.notFound, object: log.origin.text)
            }
            try await verify(log, in: store, logKey: key)
        }
        try await count(.outgoing, in: store)
        try await count(.incoming, in: store)
    }

    private mutating func verify(
        _ log: LogRecord, in store: any Store, logKey: [UInt8]
    ) async throws {
        let primitives = LogPrimitives(
            sha256: { SHA256.digest($0) },
            verifyEd25519: { Ed25519.isValid(signature: $0, message: $1, publicKey: $2) })
        let key = try NoteVerifier(
            name: log.origin.text, publicKey: logKey, hasher: primitives.hasher)
        // A local log may have grown since its last checkpoint: the rest is held by the edge.
        let signedSize = log.checkpoint?.head.size ?? 0
        var whole = AuditVerification(
            origin: log.origin, remembered: nil, logKey: key, primitives: primitives)
        var signed = whole
        var edge = TreeEdge()
        while whole.count < log.edge.size {
            let isBefore = whole.count < signedSize
            let end = isBefore ? signedSize : log.edge.size
            let limit = Int(min(UInt64(Self.pageSize), end - whole.count))
            let page = try await store.entries(of: log.origin, from: whole.count, limit: limit)
            guard !page.isEmpty else {
                throw LogError(.logGap, object: log.origin.text)
            }
            let entries = try whole.add(page)
            if isBefore { try signed.add(page) }
            for bytes in page {
                edge.append(leaf: primitives.hasher.leaf(bytes), hasher: primitives.hasher)
            }
            if log.isOwn { count(entries) }
        }
        if let checkpoint = log.checkpoint { _ = try signed.finish(checkpoint: checkpoint.note) }
        guard edge == log.edge else { throw LogError(.logInconsistent, object: log.origin.text) }
        entryCount += log.edge.size
    }

    private mutating func count(_ entries: [LogEntry]) {
        for entry in entries {
            switch entry.body {
            case .sent(let body): sentEntries[body.messageID, default: 0] += 1
            case .received(let body): receivedEntries[body.messageID, default: 0] += 1
            default: break
            }
        }
    }

    private mutating func count(
        _ direction: DocumentQuery.Direction, in store: any Store
    ) async throws {
        var cursor: String?
        repeat {
            let page = try await store.documents(
                DocumentQuery(
                    direction: direction, states: [], types: ["LEAD"], peer: nil, threadID: nil,
                    readableBy: nil, cursor: cursor, limit: Self.pageSize))
            for item in page.items { count(item, direction) }
            cursor = page.nextCursor
        } while cursor != nil
    }

    private mutating func count(_ item: DocumentItem, _ direction: DocumentQuery.Direction) {
        let id = item.document.identity.messageID
        guard direction == .outgoing else {
            incoming[id, default: 0] += 1
            return
        }
        guard let row = item.deliveries.first else { return }
        outgoing[id] = Delivery(
            state: row.state, attempt: row.attempt, queuedAt: row.queuedAt,
            receivedAt: row.receivedAt, hasReceipt: row.receipt != nil)
    }

    /// What speaks against all of these leads having gone from this store to that one exactly once;
    /// empty when nothing does.
    package func contradictions(for leads: Set<MessageID>, at peer: StoreAudit) -> [String] {
        var found: [String] = []
        func expect(_ count: Int, _ what: String) {
            if count != leads.count { found.append("\(what): \(count) of \(leads.count)") }
        }
        func once(_ counts: [MessageID: Int]) -> Int { leads.count { counts[$0] == 1 } }
        expect(leads.count { outgoing[$0]?.hasReceipt == true }, "receipts at the origin")
        expect(once(peer.incoming), "documents once at the peer")
        expect(once(peer.receivedEntries), "RECEIVED entries once in the peer's log")
        return found
    }
}
