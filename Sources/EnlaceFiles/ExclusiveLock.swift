import EnlaceModel
import Glibc

/// The sole right to a folder or file among all processes of this machine, held until the object
/// ends or the process dies.
///
/// It is `flock` on a file of its own: released by the kernel whatever happens to the process, and
/// never inherited by programs started from here. Not covered: network file systems without locks,
/// and someone who deletes the lock file while it is held.
package final class ExclusiveLock: Sendable {
    private let raw: CInt

    /// Takes the lock, making its file when needed.
    ///
    /// - Parameter isWaiting: wait for the holder to finish; otherwise throw `STORE_LOCKED`, with the
    ///   holder's process number as context `process` where it is known.
    package init(path: String, isWaiting: Bool = false) throws(FileError) {
        let raw = retrying { open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600) }
        guard raw >= 0 else { throw FileError("open", path: path, access: .writing) }
        let operation = isWaiting ? LOCK_EX : LOCK_EX | LOCK_NB
        guard retrying({ flock(raw, operation) }) == 0 else {
            let number = errno
            defer { close(raw) }
            guard number == EWOULDBLOCK else {
                throw FileError("flock", path: path, access: .writing, number: number)
            }
            throw FileError(
                .storeLocked, object: path, context: ["process": Self.holder(raw) ?? "?"])
        }
        self.raw = raw
        Self.writeHolder(raw)
    }

    deinit { close(raw) }

    private static func holder(_ raw: CInt) -> String? {
        var buffer = [UInt8](repeating: 0, count: 16)
        let count = pread(raw, &buffer, buffer.count, 0)
        guard count > 0 else { return nil }
        let digits = buffer.prefix(count).prefix { (0x30...0x39).contains($0) }
        return digits.isEmpty ? nil : String(decoding: digits, as: UTF8.self)
    }

    /// For people only: that the number may be missing or old does not matter to the lock.
    private static func writeHolder(_ raw: CInt) {
        let text = Array("\(getpid())\n".utf8)
        if ftruncate(raw, 0) == 0 { _ = pwrite(raw, text, text.count, 0) }
    }
}
