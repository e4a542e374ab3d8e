import EnlaceCrypto
import EnlaceFiles
import EnlaceModel
import Testing

/// Runs a body with a folder of its own and removes it afterwards, also after a failure.
func withTemporaryFolder(_ body: (String) throws -> Void) throws {
    let folder = try FileSystem.makeTemporaryFolder(prefix: "enlace-crypto")
    defer { try? FileSystem.removeTree(folder) }
    try body(folder)
}

/// The code of the coded error that a body throws; `nil` when it throws none.
func codeThrown(_ body: () throws -> Void) -> ErrorCode? {
    do {
        try body()
        return nil
    } catch let error as any CodedError {
        return error.code
    } catch {
        Issue.record(error)
        return nil
    }
}
