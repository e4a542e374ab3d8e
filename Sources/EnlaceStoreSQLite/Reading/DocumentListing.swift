import EnlaceModel
import EnlaceStore
import GRDB

/// A page of documents, found along an index that already has the order of the list.
///
/// With states, the rows in each state are walked newest first and the walks are merged, so that
/// an inbox of few unread documents among a million is as fast as a short one.
struct DocumentListing {
    private let query: DocumentQuery
    private let itemsMax: Int
    private var conditions: [String] = []
    private var arguments: StatementArguments = []

    init(_ query: DocumentQuery) throws(StoreError) {
        self.query = query
        itemsMax = query.pageItems
        if let cursor = query.cursor {
            add("d.id < ?", try DocumentCursor(cursor).sequence)
        }
        switch query.direction {
        case .incoming: add("d.is_own = ?", 0)
        case .outgoing: add("d.is_own = ?", 1)
        case .both: break
        }
        if let thread = query.threadID {
            conditions.append(Self.threadCondition)
            arguments += [thread.blob, thread.blob]
        }
        if !query.types.isEmpty {
            let marks = query.types.map { _ in "?" }.joined(separator: ", ")
            conditions.append("d.type IN (\(marks))")
            for type in query.types.sorted() { arguments += [type] }
        }
        if let peer = query.peer {
            // The sign keeps the index by peer out of it, which would be walked for every document.
            add(
                "EXISTS (SELECT 1 FROM deliveries p WHERE p.document = d.id AND +p.peer = ?)",
                peer.text)
        }
        if !query.states.isEmpty, query.threadID != nil {
            let marks = query.states.map { _ in "?" }.joined(separator: ", ")
            conditions.append(
                """
                EXISTS (SELECT 1 FROM deliveries r
                WHERE r.document = d.id AND r.state IN (\(marks)))
                """)
            for state in query.states.map(\.rawValue).sorted() { arguments += [state] }
        }
        if let officer = query.readableBy {
            conditions.append(
                "(d.traffic_light <> ? OR d.author = ? OR instr(d.named_officers, ?) > 0)")
            arguments += [TrafficLight.red.rawValue, officer.text, " \(officer.text) "]
        }
    }

    private static let threadCondition = """
        d.id IN (SELECT id FROM documents WHERE message_id = ? AND thread_id = message_id
            UNION ALL SELECT id FROM documents WHERE thread_id = ? AND thread_id <> message_id)
        """

    private mutating func add(_ condition: String, _ argument: some DatabaseValueConvertible) {
        conditions.append(condition)
        arguments += [argument]
    }

    func page(_ db: Database) throws -> DocumentPage {
        let statement = try db.cachedStatement(sql: sql)
        let places = try Int64.fetchAll(statement, arguments: allArguments)
        let items = try places.prefix(itemsMax).map { place in
            guard let row = try db.row(DocumentColumns.select + " WHERE id = ?", [place]) else {
                throw StoreError(.storeDamaged, object: "document \(place)")
            }
            return try db.item(row)
        }
        let last = places.count > itemsMax ? places[itemsMax - 1] : nil
        return DocumentPage(
            items: items, nextCursor: last.map { DocumentCursor(sequence: $0).text })
    }

    /// A part of an index to walk newest first, chosen by a condition.
    private struct Walk {
        let index: String
        let condition: String
        let arguments: StatementArguments
    }

    /// None for a thread, which is short and has an index of its own.
    private var walks: [Walk] {
        if query.threadID != nil { return [] }
        if !query.states.isEmpty {
            return query.states.map(\.rawValue).sorted().map { state in
                Walk(index: "deliveries_by_state", condition: "s.state = ?", arguments: [state])
            }
        }
        guard let peer = query.peer else { return [] }
        return DeliveryState.allCases.map { state in
            Walk(
                index: "deliveries_by_peer", condition: "s.peer = ? AND s.state = ?",
                arguments: [peer.text, state.rawValue])
        }
    }

    var allArguments: StatementArguments {
        if walks.isEmpty { return arguments }
        return walks.reduce(into: StatementArguments()) { all, walk in
            all += walk.arguments
            all += arguments
        }
    }

    var sql: String {
        let limit = "LIMIT \(itemsMax + 1)"
        guard !walks.isEmpty else {
            let all = conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ")
            return "SELECT d.id FROM documents d \(all) ORDER BY d.id DESC \(limit)"
        }
        // The cursor narrows the walk itself, not only what is found on it.
        let narrowed = conditions.map { $0 == "d.id < ?" ? "s.document < ?" : $0 }
        let parts = walks.map { walk in
            """
            SELECT * FROM (SELECT s.document AS id
                FROM deliveries s INDEXED BY \(walk.index)
                CROSS JOIN documents d ON d.id = s.document
                WHERE \(([walk.condition] + narrowed).joined(separator: " AND "))
                ORDER BY s.document DESC \(limit))
            """
        }
        return "SELECT id FROM (\(parts.joined(separator: " UNION "))) ORDER BY id DESC \(limit)"
    }
}
