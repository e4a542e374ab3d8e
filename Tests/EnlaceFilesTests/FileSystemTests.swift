import EnlaceFiles
import EnlaceModel
import Glibc
import Testing

@Suite struct FileSystemTests {
    @Test("a file is read whole up to its limit and refused above it")
    func limit() throws {
        try withTemporaryFolder { folder in
            let path = FileSystem.join(folder, "file")
            try FileSystem.writeDurably([1, 2, 3, 4], to: path, mode: .publicFile)
            #expect(try FileSystem.read(path, bytesMax: 4) == [1, 2, 3, 4])
            #expect(try FileSystem.size(of: path) == 4)
            #expect(codeThrown { _ = try FileSystem.read(path, bytesMax: 3) } == "FILE_TOO_LARGE")
        }
    }

    @Test("a missing file, a folder and a device are refused with their codes")
    func unreadable() throws {
        try withTemporaryFolder { folder in
            let missing = FileSystem.join(folder, "none")
            #expect(
                codeThrown { _ = try FileSystem.read(missing, bytesMax: 1) } == "FILE_NOT_FOUND")
            #expect(
                codeThrown { _ = try FileSystem.read(folder, bytesMax: 1) } == "FILE_UNREADABLE")
            #expect(
                codeThrown { _ = try FileSystem.read("/dev/zero", bytesMax: 1) }
                    == "FILE_UNREADABLE")
            #expect(
                codeThrown { try FileSystem.checkPrivate(missing) } == "FILE_NOT_FOUND")
        }
    }

    @Test(
        "a private file with any permission for group or others is refused",
        arguments: [0o640, 0o604, 0o601, 0o610, 0o660, 0o644] as [UInt32])
    func worldReadable(bits: UInt32) throws {
        try withTemporaryFolder { folder in
            let path = FileSystem.join(folder, "key")
            try FileSystem.writeDurably([7], to: path, mode: FileMode(bits: bits))
            #expect(codeThrown { try FileSystem.checkPrivate(path) } == "FILE_WORLD_READABLE")
            #expect(
                codeThrown { _ = try FileSystem.readPrivate(path, bytesMax: 10) }
                    == "FILE_WORLD_READABLE")
        }
    }

    @Test("a private file of another user is refused", .enabled(if: geteuid() == 0))
    func otherOwner() throws {
        try withTemporaryFolder { folder in
            let path = FileSystem.join(folder, "key")
            try FileSystem.writeDurably([7], to: path, mode: .privateFile)
            #expect(chown(path, 65_534, 65_534) == 0)
            #expect(codeThrown { try FileSystem.checkPrivate(path) } == "FILE_WORLD_READABLE")
        }
    }

    @Test("a private file is read")
    func privateFile() throws {
        try withTemporaryFolder { folder in
            let path = FileSystem.join(folder, "key")
            try FileSystem.writeDurably([7, 8], to: path, mode: .privateFile)
            #expect(
                try FileSystem.readPrivate(path, bytesMax: 2).withBytes { Array($0) } == [7, 8])
        }
    }

    @Test("room on the disk is known")
    func room() throws {
        #expect(try FileSystem.room(at: "/tmp") > 0)
        #expect(codeThrown { _ = try FileSystem.room(at: "/nowhere") } == "FILE_NOT_FOUND")
    }

    @Test("control characters of a path are visible in the error")
    func visiblePath() {
        do {
            _ = try FileSystem.read("/nowhere/\u{1B}[31m", bytesMax: 1)
            Issue.record("a missing file was read")
        } catch {
            #expect(error.object == "/nowhere/⟨U+001B⟩[31m")
            #expect(error.context["reason"] == "No such file or directory")
        }
    }
}
