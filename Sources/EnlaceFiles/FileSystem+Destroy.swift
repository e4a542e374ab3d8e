import EnlaceModel
import Glibc

extension FileSystem {
    /// Overwrites a file in place with zeros, syncs it, removes it and makes the removal durable;
    /// one that is already absent is not an error.
    ///
    /// Not covered: disks and file systems that write to another place than before (flash, copy on
    /// write, snapshots, backups). There the old bytes last until the place is used again.
    package static func destroyDurably(_ path: String) throws(FileError) {
        guard exists(path) else { return }
        try overwrite(path)
        try remove(path)
        try syncFolder(of: path)
    }

    private static func overwrite(_ path: String) throws(FileError) {
        let file = try FileDescriptor(
            opening: path, flags: O_WRONLY | O_NOFOLLOW, mode: .privateFile, access: .writing)
        let zeros = [UInt8](repeating: 0, count: try size(of: path))
        let secret = Secret(copying: zeros)
        try secret.withBytes { buffer throws(FileError) in try file.write(buffer) }
        try file.sync()
    }
}
