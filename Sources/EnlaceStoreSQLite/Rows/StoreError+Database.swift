import EnlaceFiles
import EnlaceModel
import EnlaceStore
import GRDB

extension StoreError {
    /// What an error of the database means to the callers of a store.
    init(database error: any Error) {
        switch error {
        case let error as StoreError: self = error
        case let error as FileError:
            self.init(error.code, object: error.object, context: error.context)
        case let error as DatabaseError:
            self.init(
                Self.code(of: error), object: "database",
                context: ["result": "\(error.extendedResultCode.rawValue)"])
        default: self.init(.storeFailure, object: "database")
        }
    }

    // Messages of SQLite may quote values and therefore never leave this function.
    private static func code(of error: DatabaseError) -> ErrorCode {
        switch error.resultCode {
        case .SQLITE_FULL: .diskFull
        case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: .storeDamaged
        case .SQLITE_IOERR: .storeUnsynced
        case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM: .fileNotWritable
        case .SQLITE_MISUSE: .shuttingDown
        case .SQLITE_CONSTRAINT, .SQLITE_MISMATCH, .SQLITE_TOOBIG: .internalError
        default: .storeFailure
        }
    }

    /// Whether the store must not be written any more before it was recovered by a restart.
    var endsWriting: Bool {
        code == .storeUnsynced || code == .storeDamaged || code == .storeFailure
    }
}
