import EnlaceFiles
import EnlaceModel
import Glibc
import Testing

@Suite struct ExclusiveLockTests {
    @Test("a second holder is refused with the number of the first, until the first lets go")
    func exclusive() throws {
        try withTemporaryFolder { folder in
            let path = FileSystem.join(folder, "lock")
            do {
                let first = try ExclusiveLock(path: path)
                withExtendedLifetime(first) {
                    let error = #expect(throws: FileError.self) {
                        _ = try ExclusiveLock(path: path)
                    }
                    #expect(error?.code == .storeLocked)
                    #expect(error?.context["process"] == "\(getpid())")
                }
            }
            _ = try ExclusiveLock(path: path)
        }
    }
}
