import EnlaceFiles
import EnlaceModel
import Testing

@Suite struct FileSystemFoldersTests {
    @Test("missing folders are made on the way, existing ones are kept")
    func makeFolder() throws {
        try withTemporaryFolder { folder in
            let deep = FileSystem.join(folder, "a/b/c")
            try FileSystem.makeFolder(deep, mode: .privateFolder)
            try FileSystem.makeFolder(deep, mode: .publicFolder)
            #expect(FileSystem.isFolder(deep))
            #expect(try FileSystem.list(folder) == ["a"])
            try FileSystem.checkPrivate(deep)
        }
    }

    @Test("a file in the place of a folder is refused")
    func fileInPlace() throws {
        try withTemporaryFolder { folder in
            let path = FileSystem.join(folder, "a")
            try FileSystem.writeDurably([], to: path, mode: .publicFile)
            #expect(
                codeThrown { try FileSystem.makeFolder(path, mode: .privateFolder) }
                    == "FILE_EXISTS")
        }
    }

    @Test("names are listed sorted, with accents intact")
    func list() throws {
        try withTemporaryFolder { folder in
            for name in ["ñandú", "b", "a"] {
                try FileSystem.writeDurably([], to: "\(folder)/\(name)", mode: .publicFile)
            }
            #expect(try FileSystem.list(folder) == ["a", "b", "ñandú"])
            try FileSystem.remove("\(folder)/b")
            try FileSystem.remove("\(folder)/b")
            #expect(try FileSystem.list(folder) == ["a", "ñandú"])
        }
    }

    @Test(
        "the folder and the name of a path are told apart",
        arguments: [
            ("/a/b", "/a", "b"), ("a", ".", "a"), ("/a", "/", "a"), ("/", "/", ""),
            ("a/b/", "a", "b"), ("./a", ".", "a"), ("//a", "/", "a"),
        ])
    func parts(path: String, parent: String, name: String) {
        #expect(FileSystem.parent(of: path) == parent)
        #expect(FileSystem.name(of: path) == name)
    }
}
