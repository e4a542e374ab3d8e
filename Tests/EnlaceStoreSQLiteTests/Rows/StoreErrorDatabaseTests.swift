import EnlaceModel
import EnlaceStore
import GRDB
import Testing

@testable import EnlaceStoreSQLite

@Suite("What errors of the database mean")
struct StoreErrorDatabaseTests {
    @Test(
        "a result of SQLite has its code",
        arguments: [
            (ResultCode.SQLITE_FULL, ErrorCode.diskFull, false),
            (.SQLITE_BUSY, .busy, false),
            (.SQLITE_CORRUPT, .storeDamaged, true),
            (.SQLITE_CORRUPT_INDEX, .storeDamaged, true),
            (.SQLITE_NOTADB, .storeDamaged, true),
            (.SQLITE_IOERR, .storeUnsynced, true),
            (.SQLITE_IOERR_FSYNC, .storeUnsynced, true),
            (.SQLITE_IOERR_WRITE, .storeUnsynced, true),
            (.SQLITE_READONLY, .fileNotWritable, false),
            (.SQLITE_CANTOPEN, .fileNotWritable, false),
            (.SQLITE_CONSTRAINT_CHECK, .internalError, false),
            (.SQLITE_NOMEM, .storeFailure, true),
        ])
    func mapped(result: ResultCode, code: ErrorCode, endsWriting: Bool) {
        let error = StoreError(
            database: DatabaseError(resultCode: result, message: "secret value"))
        #expect(error.code == code)
        #expect(error.endsWriting == endsWriting)
        #expect(!error.description.contains("secret"))
    }

    @Test("an error of the store stays what it is")
    func kept() {
        let error = StoreError(database: StoreError(.logUnknown, object: "log"))
        #expect(error.code == .logUnknown && error.object == "log")
    }
}
