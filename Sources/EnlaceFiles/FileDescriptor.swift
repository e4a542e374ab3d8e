import Glibc

/// One open file; closed when the value ends. Every call repeats itself when a signal interrupts it.
struct FileDescriptor: ~Copyable {
    let raw: CInt
    let path: String

    init(opening path: String, flags: CInt, mode: FileMode, access: FileAccess) throws(FileError) {
        let raw = retrying { open(path, flags | O_CLOEXEC, mode_t(mode.bits)) }
        guard raw >= 0 else { throw FileError("open", path: path, access: access) }
        self.raw = raw
        self.path = path
    }

    deinit { close(raw) }

    func status() throws(FileError) -> stat {
        var status = stat()
        guard fstat(raw, &status) == 0 else {
            throw FileError("fstat", path: path, access: .reading)
        }
        return status
    }

    /// Reads into the buffer until it is full or the file ends; returns how many bytes came.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileError) -> Int {
        var filled = 0
        while filled < buffer.count {
            let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
            let count = retrying { Glibc.read(raw, rest.baseAddress, rest.count) }
            guard count >= 0 else { throw FileError("read", path: path, access: .reading) }
            if count == 0 { break }
            filled += count
        }
        return filled
    }

    func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
        var written = 0
        while written < bytes.count {
            let rest = UnsafeRawBufferPointer(rebasing: bytes[written...])
            let count = retrying { Glibc.write(raw, rest.baseAddress, rest.count) }
            guard count >= 0 else { throw FileError("write", path: path, access: .writing) }
            written += count
        }
    }

    func setMode(_ mode: FileMode) throws(FileError) {
        guard fchmod(raw, mode_t(mode.bits)) == 0 else {
            throw FileError("fchmod", path: path, access: .writing)
        }
    }

    /// A failed sync is never repeated: the kernel drops the pages it could not write, and a second
    /// call would report success for data that is gone.
    func sync() throws(FileError) {
        guard fsync(raw) == 0 else { throw FileError("fsync", path: path, access: .writing) }
    }
}

/// Repeats a system call for as long as signals interrupt it.
func retrying<Result: SignedInteger>(_ call: () -> Result) -> Result {
    while true {
        let result = call()
        if result != -1 || errno != EINTR { return result }
    }
}
