import EnlaceLog
import EnlaceModel
import EnlaceStore
import GRDB

/// A row being read. A column that does not hold what the schema demands is damage, never skipped
/// and never guessed.
struct StoredRow {
    private let row: Row

    init(_ row: Row) {
        self.row = row
    }

    func damaged(_ column: Int) -> StoreError {
        StoreError(.storeDamaged, object: "column \(column)")
    }

    private func value(_ column: Int) throws(StoreError) -> DatabaseValue {
        guard column < row.count else { throw damaged(column) }
        return row[column]
    }

    func integer(_ column: Int) throws(StoreError) -> Int64 {
        guard case .int64(let integer) = try value(column).storage else { throw damaged(column) }
        return integer
    }

    func count(_ column: Int) throws(StoreError) -> UInt64 {
        guard let count = UInt64(exactly: try integer(column)) else { throw damaged(column) }
        return count
    }

    func small(_ column: Int) throws(StoreError) -> UInt32 {
        guard let count = UInt32(exactly: try integer(column)) else { throw damaged(column) }
        return count
    }

    func text(_ column: Int) throws(StoreError) -> String {
        guard case .string(let text) = try value(column).storage else { throw damaged(column) }
        return text
    }

    func bytes(_ column: Int) throws(StoreError) -> [UInt8] {
        guard case .blob(let data) = try value(column).storage else { throw damaged(column) }
        return Array(data)
    }

    func isNull(_ column: Int) throws(StoreError) -> Bool { try value(column).isNull }

    func time(_ column: Int) throws(StoreError) -> Timestamp {
        Timestamp(milliseconds: try count(column))
    }

    func timeIfAny(_ column: Int) throws(StoreError) -> Timestamp? {
        try isNull(column) ? nil : try time(column)
    }

    /// Makes a value of the domain; what it refuses cannot have been written by this product.
    func make<Value, Failure: Error>(
        _ column: Int, _ make: (String) throws(Failure) -> Value
    ) throws(StoreError) -> Value {
        let text = try text(column)
        do { return try make(text) } catch { throw damaged(column) }
    }

    func node(_ column: Int) throws(StoreError) -> NodeID { try make(column, NodeID.init) }

    func officer(_ column: Int) throws(StoreError) -> OfficerID {
        try make(column, OfficerID.init)
    }

    func digest(_ column: Int) throws(StoreError) -> SHA256Digest {
        let bytes = try bytes(column)
        do { return try SHA256Digest(bytes: bytes) } catch { throw damaged(column) }
    }

    func messageID(_ column: Int) throws(StoreError) -> MessageID {
        let bytes = try bytes(column)
        do { return try MessageID(bytes: bytes) } catch { throw damaged(column) }
    }

    func edge(_ column: Int) throws(StoreError) -> TreeEdge {
        let bytes = try bytes(column)
        do { return try TreeEdge(bytes) } catch { throw damaged(column) }
    }

    func identity(_ origin: Int, _ message: Int) throws(StoreError) -> DocumentIdentity {
        DocumentIdentity(origin: try node(origin), messageID: try messageID(message))
    }

    func identityIfAny(
        _ origin: Int, _ message: Int
    ) throws(StoreError) -> DocumentIdentity? {
        try isNull(origin) ? nil : try identity(origin, message)
    }

    /// A code of a closed list.
    func code<Value: RawRepresentable<String>>(
        _ column: Int, _ type: Value.Type = Value.self
    ) throws(StoreError) -> Value {
        guard let value = Value(rawValue: try text(column)) else { throw damaged(column) }
        return value
    }

    func names<Value, Failure: Error>(
        _ column: Int, _ make: (String) throws(Failure) -> Value
    ) throws(StoreError) -> [Value] {
        do {
            return try text(column).split(separator: " ").map { try make(String($0)) }
        } catch {
            throw damaged(column)
        }
    }
}
