import EnlaceModel

/// The one object that every call prints with `--json`: `schemaVersion`, `items`, `nextCursor`.
enum ListJSON {
    /// Grows when a member is added; members are never renamed or removed.
    static let schemaVersion: Int64 = 1

    static func make(_ items: [JSONValue], nextCursor: String = "") -> JSONValue {
        [
            "schemaVersion": .integer(schemaVersion),
            "items": .array(items),
            "nextCursor": nextCursor.isEmpty ? .null : .string(nextCursor),
        ]
    }
}
