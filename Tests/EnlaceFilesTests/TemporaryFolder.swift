import EnlaceFiles
import EnlaceModel
import Testing

/// Runs a body with a folder of its own and removes it afterwards, also after a failure.
func withTemporaryFolder(_ body: (String) throws -> Void) throws {
    let folder = try FileSystem.makeTemporaryFolder(prefix: "enlace-files")
    defer { try? FileSystem.removeTree(folder) }
    try body(folder)
}

/// The code of the file error that a body throws; `nil` when it throws none.
func codeThrown(_ body: () throws -> Void) -> String? {
    do {
        try body()
        return nil
    } catch let error as FileError {
        return error.code.rawValue
    } catch {
        return "\(error)"
    }
}
