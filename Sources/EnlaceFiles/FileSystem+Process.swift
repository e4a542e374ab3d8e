import Glibc

extension FileSystem {
    /// Where the relative paths of this process count from.
    package static var currentFolder: String {
        guard let path = getcwd(nil, 0) else { return "." }
        defer { free(path) }
        return String(cString: path)
    }

    /// Writes all bytes to the standard output of this process.
    package static func writeToStandardOutput(_ bytes: [UInt8]) throws(FileError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = retrying {
                rest.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            }
            guard count >= 0 else {
                throw FileError("write", path: "standard output", access: .writing)
            }
            rest = rest.dropFirst(count)
        }
    }
}
