import EnlaceModel
import Glibc

/// The file system without Foundation: whole-file reads with a limit, durable writes, folders.
///
/// All functions block; call them where blocking is allowed. Paths are used as given, relative ones
/// against the working directory.
package enum FileSystem {
    /// Reads a whole regular file of at most `bytesMax` bytes.
    package static func read(_ path: String, bytesMax: Int) throws(FileError) -> [UInt8] {
        let secret = try readWhole(path, bytesMax: bytesMax, mustBePrivate: false)
        return secret.withBytes { Array($0) }
    }

    /// Reads a file that only its owner may read (`FILE_WORLD_READABLE` otherwise), into memory
    /// that is wiped after use.
    package static func readPrivate(
        _ path: String, bytesMax: Int
    ) throws(FileError) -> Secret {
        try readWhole(path, bytesMax: bytesMax, mustBePrivate: true)
    }

    /// Refuses a file that is not ours or that has any permission for group or others.
    package static func checkPrivate(_ path: String) throws(FileError) {
        var status = stat()
        guard stat(path, &status) == 0 else {
            throw FileError("stat", path: path, access: .reading)
        }
        try checkPrivate(status, path: path)
    }

    package static func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    package static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// The size of a file in bytes.
    package static func size(of path: String) throws(FileError) -> Int {
        var status = stat()
        guard stat(path, &status) == 0 else {
            throw FileError("stat", path: path, access: .reading)
        }
        return Int(status.st_size)
    }

    /// How many bytes an unprivileged process may still write to the file system of `path`.
    package static func room(at path: String) throws(FileError) -> UInt64 {
        var status = statvfs()
        guard retrying({ statvfs(path, &status) }) == 0 else {
            throw FileError("statvfs", path: path, access: .reading)
        }
        return UInt64(status.f_bavail) * UInt64(status.f_frsize)
    }

    /// Removes a file; one that is already absent is not an error.
    package static func remove(_ path: String) throws(FileError) {
        guard unlink(path) == 0 || errno == ENOENT else {
            throw FileError("unlink", path: path, access: .writing)
        }
    }

    package static func rename(_ path: String, to newPath: String) throws(FileError) {
        guard Glibc.rename(path, newPath) == 0 else {
            throw FileError("rename", path: path, access: .writing)
        }
        try syncFolder(of: newPath)
    }

    private static func readWhole(
        _ path: String, bytesMax: Int, mustBePrivate: Bool
    ) throws(FileError) -> Secret {
        // Without O_NONBLOCK the opening of a pipe without a writer would wait for ever.
        let file = try FileDescriptor(
            opening: path, flags: O_RDONLY | O_NONBLOCK, mode: .privateFile, access: .reading)
        let status = try file.status()
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw FileError(
                .fileUnreadable, object: path, context: ["reason": "not a regular file"])
        }
        if mustBePrivate { try checkPrivate(status, path: path) }
        let room = min(max(0, Int(status.st_size)), bytesMax) + 1
        let bytes = try Secret(capacity: room) { buffer throws(FileError) in
            try file.read(into: buffer)
        }
        guard bytes.count < room else {
            throw FileError(.fileTooLarge, object: path, context: ["limit": "\(bytesMax)"])
        }
        return bytes
    }

    private static func checkPrivate(_ status: stat, path: String) throws(FileError) {
        guard status.st_uid == geteuid() else {
            throw FileError(
                .fileWorldReadable, object: path,
                context: ["reason": "owned by user \(status.st_uid)"])
        }
        guard status.st_mode & 0o077 == 0 else {
            let bits = String(status.st_mode & 0o777, radix: 8)
            throw FileError(.fileWorldReadable, object: path, context: ["mode": bits])
        }
    }
}
