import EnlaceModel
import Glibc

extension FileSystem {
    /// The most names `list` returns before it refuses with `FILE_TOO_LARGE`.
    package static let namesMax = 100_000

    /// Makes a folder and those above it that are missing, each durable in its parent.
    ///
    /// A folder that exists is left as it is, also its mode.
    package static func makeFolder(_ path: String, mode: FileMode) throws(FileError) {
        if isFolder(path) { return }
        let above = parent(of: path)
        if above != path { try makeFolder(above, mode: mode) }
        guard mkdir(path, mode_t(mode.bits)) == 0 else {
            let number = errno
            if number == EEXIST, isFolder(path) { return }
            throw FileError("mkdir", path: path, access: .writing, number: number)
        }
        guard chmod(path, mode_t(mode.bits)) == 0 else {
            throw FileError("chmod", path: path, access: .writing)
        }
        try syncFolder(of: path)
    }

    /// The names in a folder, sorted, without `.` and `..`.
    package static func list(_ path: String) throws(FileError) -> [String] {
        guard let folder = opendir(path) else {
            throw FileError("opendir", path: path, access: .reading)
        }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name == "." || name == ".." { continue }
            guard names.count < namesMax else {
                throw FileError(.fileTooLarge, object: path, context: ["limit": "\(namesMax)"])
            }
            names.append(name)
        }
        return names.sorted()
    }

    /// Removes a folder with all that is in it; links are removed, not followed.
    package static func removeTree(_ path: String) throws(FileError) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        guard status.st_mode & S_IFMT == S_IFDIR else { return try remove(path) }
        for name in try list(path) { try removeTree(join(path, name)) }
        guard rmdir(path) == 0 else { throw FileError("rmdir", path: path, access: .writing) }
    }

    /// Makes a new folder of our own (0700) under `TMPDIR` or `/tmp`.
    package static func makeTemporaryFolder(prefix: String) throws(FileError) -> String {
        let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        let pattern = join(base, "\(prefix)-XXXXXX")
        var template = pattern.utf8CString.map { $0 }
        let made = template.withUnsafeMutableBufferPointer { buffer in
            buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
        }
        guard let made else { throw FileError("mkdtemp", path: pattern, access: .writing) }
        return made
    }

    package static func join(_ folder: String, _ name: String) -> String {
        if name.hasPrefix("/") || folder.isEmpty { return name }
        return folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
    }

    /// The folder part of a path: `.` for a bare name, `/` for the root.
    package static func parent(of path: String) -> String {
        let trimmed = trimmingSlashes(path)
        guard let slash = trimmed.lastIndex(of: "/") else { return trimmed == "" ? "/" : "." }
        let folder = trimmingSlashes(String(trimmed[..<slash]))
        return folder.isEmpty ? "/" : folder
    }

    /// The last part of a path.
    package static func name(of path: String) -> String {
        String(trimmingSlashes(path).split(separator: "/").last ?? "")
    }

    private static func trimmingSlashes(_ path: String) -> String {
        var path = path
        while path.hasSuffix("/") { path.removeLast() }
        return path
    }
}
