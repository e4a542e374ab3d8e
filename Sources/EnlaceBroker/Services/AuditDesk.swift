import EnlaceCrypto
package import EnlaceLog
import EnlaceModel
import EnlaceStore

/// What auditors see: the history in words, and the logs to verify on their own machine. Every look
/// is itself logged.
package struct AuditDesk: Sendable {
    /// The most rows of one page.
    package static let rowsMax = 500
    /// The most entries of one page.
    package static let entriesMax = 1000

    /// One log with what proves its head.
    package struct Log: Sendable {
        package let origin: LogOrigin
        package let isOwn: Bool
        package let size: UInt64
        /// The signed note of the newest checkpoint.
        package let checkpoint: [UInt8]
        package let cosignature: String
        package let cosignatureSize: UInt64
        /// Verifier keys in C2SP vkey form; empty when there is none.
        package let logKey: String
        package let witnessKey: String
    }

    private let context: ServiceContext
    private let logs: LogKeeper
    private let dispatcher: Dispatcher

    package init(_ context: ServiceContext, logs: LogKeeper, dispatcher: Dispatcher) {
        self.context = context
        self.logs = logs
        self.dispatcher = dispatcher
    }

    /// What happened, newest first, over all logs of this node and its copies of peers'.
    ///
    /// - Parameters:
    ///   - name: only rows about this document, by reference or message identifier.
    ///   - events: only these words; empty means all.
    ///   - cursor: where the page before ended; nil from the newest on.
    package func history(
        name: String?, events: Set<String>, cursor: String?, limit: Int, by person: Person
    ) async throws -> AuditHistoryPage {
        try await context.authorise(person, .auditHistory)
        let messageIDs = try await messageIDs(named: name)
        try await context.log(
            context.entry(.auditRead, by: person, messageID: messageIDs?.first, object: "history"))
        var walk = try await AuditWalk(
            store: context.store, node: context.node,
            cursor: cursor.map { text throws(BrokerError) in try AuditCursor(text) })
        return try await walk.page(limit: min(max(limit, 1), Self.rowsMax)) { row in
            (events.isEmpty || events.contains(row.event))
                && (messageIDs.map { ids in row.messageID.map(ids.contains) ?? false } ?? true)
        }
    }

    private func messageIDs(named name: String?) async throws -> Set<MessageID>? {
        guard let name, !name.isEmpty else { return nil }
        let found = try await context.store.documents(named: name)
        if !found.isEmpty { return Set(found.map(\.document.identity.messageID)) }
        // What was refused left entries and no document.
        guard let id = try? MessageID(name) else {
            throw BrokerError(.notFound, object: VisibleText.make(name))
        }
        return [id]
    }

    /// All logs of which a head was signed, own ones under a checkpoint of this moment.
    ///
    /// The channel to a peer whose hello has not been heard since the start comes under the newest
    /// checkpoint kept: until the peer has said what it holds, nothing new is signed for it.
    package func list(by person: Person) async throws -> [Log] {
        try await context.authorise(person, .auditLogs)
        try await context.log(context.entry(.auditRead, by: person, object: "logs"))
        var list: [Log] = []
        for record in try await context.store.logs() {
            if let log = try await log(record) { list.append(log) }
        }
        return list.sorted { $0.origin.text < $1.origin.text }
    }

    private func log(_ record: LogRecord) async throws -> Log? {
        let isSignable = record.isOwn && mayBeSigned(record.origin)
        let newest =
            isSignable ? try await logs.checkpoint(of: record.origin) : record.checkpoint
        guard let checkpoint = newest else { return nil }
        return Log(
            origin: record.origin, isOwn: record.isOwn, size: checkpoint.head.size,
            checkpoint: checkpoint.note, cosignature: record.cosignature?.line ?? "",
            cosignatureSize: record.cosignature?.size ?? 0,
            logKey: try logKey(record)?.vkey ?? "", witnessKey: witness(record)?.vkey ?? "")
    }

    private func mayBeSigned(_ origin: LogOrigin) -> Bool {
        guard case .channel(let peer) = origin.scope else { return true }
        let status = dispatcher.status(of: peer)
        return status.lastReceivedAt != nil && status.session != .held
    }

    private func logKey(_ record: LogRecord) throws -> NoteVerifier? {
        let keys = context.trust.ownKeys
        let publicKey =
            record.isOwn
            ? try Ed25519.publicKey(of: keys.logKey)
            : context.trust.knownCard(record.origin.owner)?.content.logKey
        return try publicKey.map {
            try NoteVerifier(
                name: record.origin.text, publicKey: $0, hasher: context.trust.hasher)
        }
    }

    /// The other side's witness for own channel logs, the own one for copies.
    private func witness(_ record: LogRecord) -> NoteVerifier? {
        guard record.isOwn else { return context.trust.ownKeys.witness.verifier }
        guard case .channel(let peer) = record.origin.scope else { return nil }
        return context.trust.peer(peer)?.witness
    }

    /// Exact entries of a log from an index on.
    package func entries(
        of origin: LogOrigin, from index: UInt64, limit: Int, by person: Person
    ) async throws -> [[UInt8]] {
        try await context.authorise(person, .auditEntries)
        guard try await context.store.log(origin) != nil else {
            throw BrokerError(.logUnknown, object: origin.text)
        }
        try await context.log(context.entry(.auditRead, by: person, object: origin.text))
        return try await context.store.entries(
            of: origin, from: index, limit: min(max(limit, 1), Self.entriesMax))
    }
}
