import EnlaceFiles
import EnlaceModel
import Glibc
import Testing

@Suite struct FileSystemDurableTests {
    @Test("a durable write replaces the content, sets the mode and leaves nothing else")
    func replace() throws {
        try withTemporaryFolder { folder in
            let path = FileSystem.join(folder, "state")
            try FileSystem.writeDurably([1], to: path, mode: .publicFile)
            try FileSystem.writeDurably([2, 3], to: path, mode: .privateFile)
            #expect(try FileSystem.read(path, bytesMax: 9) == [2, 3])
            #expect(try FileSystem.list(folder) == ["state"])
            try FileSystem.checkPrivate(path)
        }
    }

    @Test("creating refuses an existing file and leaves it untouched")
    func create() throws {
        try withTemporaryFolder { folder in
            let path = FileSystem.join(folder, "key")
            try FileSystem.createDurably([1], at: path, mode: .privateFile)
            #expect(
                codeThrown { try FileSystem.createDurably([2], at: path, mode: .privateFile) }
                    == "FILE_EXISTS")
            #expect(try FileSystem.read(path, bytesMax: 9) == [1])
            #expect(try FileSystem.list(folder) == ["key"])
        }
    }

    @Test("a refused write names the file asked for, and leaves no temporary file")
    func refused() throws {
        try withTemporaryFolder { folder in
            let path = FileSystem.join(folder, "none/file")
            let error = #expect(throws: FileError.self) {
                try FileSystem.writeDurably([1], to: path, mode: .publicFile)
            }
            #expect(error?.code == .fileNotFound)
            #expect(error?.object == path)
            let taken = FileSystem.join(folder, "taken")
            try FileSystem.makeFolder(taken, mode: .privateFolder)
            #expect(
                codeThrown { try FileSystem.writeDurably([1], to: taken, mode: .publicFile) }
                    == "FILE_NOT_WRITABLE")
            #expect(try FileSystem.list(folder) == ["taken"])
        }
    }

    @Test("a full device is told as DISK_FULL")
    func full() {
        #expect(
            codeThrown { try FileSystem.appendDurably([1], to: "/dev/full", mode: .publicFile) }
                == "DISK_FULL")
    }

    @Test("appending makes the file, then adds to it")
    func append() throws {
        try withTemporaryFolder { folder in
            let path = FileSystem.join(folder, "log")
            try FileSystem.appendDurably([1, 2], to: path, mode: .privateFile)
            try FileSystem.appendDurably([3], to: path, mode: .privateFile)
            #expect(try FileSystem.read(path, bytesMax: 9) == [1, 2, 3])
            try FileSystem.checkPrivate(path)
        }
    }

    @Test("a link in the place of an appended file is not followed")
    func link() throws {
        try withTemporaryFolder { folder in
            let path = FileSystem.join(folder, "log")
            #expect(symlink("/dev/null", path) == 0)
            #expect(
                codeThrown { try FileSystem.appendDurably([1], to: path, mode: .privateFile) }
                    == "FILE_NOT_WRITABLE")
        }
    }
}
