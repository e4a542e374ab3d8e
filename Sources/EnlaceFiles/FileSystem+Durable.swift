import EnlaceModel
import Glibc

extension FileSystem {
    /// Replaces or makes a file so that after the return the new content survives a power failure,
    /// and before it the old content or the new one is there, never a mixture.
    ///
    /// The calls, in this order, each one checked:
    /// 1. `open(FOLDER/.NAME.RANDOM.tmp, O_WRONLY|O_CREAT|O_EXCL|O_NOFOLLOW, 0600)`
    /// 2. `fchmod(mode)`, so that the umask has no say
    /// 3. `write` until every byte is taken
    /// 4. `fsync(file)`
    /// 5. `rename(temporary, path)`
    /// 6. `open(FOLDER, O_DIRECTORY)`, `fsync(folder)`
    ///
    /// A failure before 5 removes the temporary file and leaves the old content. A failure in 6
    /// throws although the new name is already visible: treat it as unknown and fatal.
    ///
    /// Not covered: a disk that acknowledges a flush without doing it; damage to stored data
    /// (nothing is checksummed here); the entries of the folders above, when they were made without
    /// `makeFolder`; network and FAT file systems, whose rename is not atomic; a crash between 1
    /// and 5, which leaves a `.tmp` file that nobody reads.
    package static func writeDurably(
        _ bytes: some Sequence<UInt8>, to path: String, mode: FileMode
    ) throws(FileError) {
        let secret = Secret(copying: Array(bytes))
        try writeDurably(secret, to: path, mode: mode)
    }

    /// As the other `writeDurably`, for content that must not stay in memory.
    package static func writeDurably(
        _ secret: Secret, to path: String, mode: FileMode
    ) throws(FileError) {
        try placeDurably(secret, at: path, mode: mode) { temporary throws(FileError) in
            guard Glibc.rename(temporary, path) == 0 else {
                throw FileError("rename", path: path, access: .writing)
            }
        }
    }

    /// As `writeDurably`, but refuses with `FILE_EXISTS` when the name is taken: step 5 is
    /// `link(temporary, path)` and `unlink(temporary)`, of which the first never replaces.
    package static func createDurably(
        _ bytes: some Sequence<UInt8>, at path: String, mode: FileMode
    ) throws(FileError) {
        try createDurably(Secret(copying: Array(bytes)), at: path, mode: mode)
    }

    /// As the other `createDurably`, for content that must not stay in memory.
    package static func createDurably(
        _ secret: Secret, at path: String, mode: FileMode
    ) throws(FileError) {
        try placeDurably(secret, at: path, mode: mode) { temporary throws(FileError) in
            guard link(temporary, path) == 0 else {
                throw FileError("link", path: path, access: .writing)
            }
            unlink(temporary)
        }
    }

    /// Appends to a file that exists or is made with `mode`, and syncs it.
    ///
    /// A crash may leave a part of the bytes: the format of the file must show a cut last record.
    /// Not covered: what `writeDurably` names.
    package static func appendDurably(
        _ bytes: some Sequence<UInt8>, to path: String, mode: FileMode
    ) throws(FileError) {
        let isNew = !exists(path)
        let file = try FileDescriptor(
            opening: path, flags: O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW, mode: mode,
            access: .writing)
        if isNew { try file.setMode(mode) }
        try Secret(copying: Array(bytes)).withBytes { buffer throws(FileError) in
            try file.write(buffer)
        }
        try file.sync()
        if isNew { try syncFolder(of: path) }
    }

    /// Makes the names in a folder durable.
    static func syncFolder(of path: String) throws(FileError) {
        let folder = try FileDescriptor(
            opening: parent(of: path), flags: O_RDONLY | O_DIRECTORY, mode: .privateFolder,
            access: .writing)
        try folder.sync()
    }

    private static func placeDurably(
        _ secret: Secret, at path: String, mode: FileMode,
        publish: (String) throws(FileError) -> Void
    ) throws(FileError) {
        let temporary = join(parent(of: path), ".\(name(of: path)).\(randomSuffix()).tmp")
        do {
            try writeTemporary(secret, at: temporary, mode: mode)
            try publish(temporary)
        } catch {
            unlink(temporary)
            throw error.about(path)
        }
        try syncFolder(of: path)
    }

    private static func writeTemporary(
        _ secret: Secret, at temporary: String, mode: FileMode
    ) throws(FileError) {
        let file = try FileDescriptor(
            opening: temporary, flags: O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW,
            mode: .privateFile, access: .writing)
        try file.setMode(mode)
        try secret.withBytes { buffer throws(FileError) in try file.write(buffer) }
        try file.sync()
    }

    /// Only to keep writers apart; the exclusive open decides, not the luck of the number.
    private static func randomSuffix() -> String {
        Hex.encode(withUnsafeBytes(of: UInt64.random(in: .min ... .max)) { Array($0) })
    }
}

extension FileError {
    /// The same error told of the file the caller named, not of a temporary one.
    fileprivate func about(_ path: String) -> FileError {
        FileError(code, object: path, context: context)
    }
}
