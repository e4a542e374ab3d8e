import EnlaceLog
import EnlaceModel
import EnlaceStore
import Foundation
import GRDB

// How the domain's values stand in columns. GRDB takes blobs as `Data`, which is the only reason
// for Foundation here.

extension Array<UInt8> {
    var blob: Data { Data(self) }
}

extension MessageID {
    var blob: Data { Data(bytes) }
}

extension SHA256Digest {
    var blob: Data { Data(bytes) }
}

extension Timestamp {
    /// Throws for a moment beyond signed 64 bits, which no calendar reaches.
    func column() throws(StoreError) -> Int64 { try integerColumn(milliseconds) }
}

func integerColumn(_ value: UInt64) throws(StoreError) -> Int64 {
    guard let column = Int64(exactly: value) else {
        throw StoreError(.valueOutOfRange, object: "\(value)")
    }
    return column
}

/// A list of names in one column, each between spaces, so that a name can be searched whole.
func namesColumn(_ names: [String]) -> String {
    names.isEmpty ? "" : " \(names.joined(separator: " ")) "
}

extension Database {
    /// Runs a statement that is prepared once for each connection.
    func run(_ sql: String, _ arguments: StatementArguments = []) throws {
        let statement = try cachedStatement(sql: sql)
        try statement.execute(arguments: arguments)
    }

    func row(_ sql: String, _ arguments: StatementArguments = []) throws -> StoredRow? {
        let statement = try cachedStatement(sql: sql)
        return try Row.fetchOne(statement, arguments: arguments).map(StoredRow.init)
    }

    func rows<Value>(
        _ sql: String, _ arguments: StatementArguments = [], _ make: (StoredRow) throws -> Value
    ) throws -> [Value] {
        let statement = try cachedStatement(sql: sql)
        let cursor = try Row.fetchCursor(statement, arguments: arguments)
        var values: [Value] = []
        while let row = try cursor.next() { values.append(try make(StoredRow(row))) }
        return values
    }
}
