import Glibc

/// Bytes that must not outlive their use: a passphrase, a private key in its file format.
///
/// The memory is this object's own, never copied by the runtime, and overwritten when the object
/// ends. It may still reach swap space; operators who care turn swap off or encrypt it.
package final class Secret: @unchecked Sendable {
    // Shared across tasks: the buffer is filled before `init` returns and never changed after it.
    private let buffer: UnsafeMutableRawBufferPointer

    /// Allocates `capacity` bytes, lets the closure fill them, keeps the first as many as it says.
    package init<Failure: Error>(
        capacity: Int, filling: (UnsafeMutableRawBufferPointer) throws(Failure) -> Int
    ) throws(Failure) {
        let scratch = UnsafeMutableRawBufferPointer.allocate(
            byteCount: capacity, alignment: MemoryLayout<UInt>.alignment)
        defer { Self.wipeAndFree(scratch) }
        let count = try filling(scratch)
        buffer = .allocate(byteCount: count, alignment: MemoryLayout<UInt>.alignment)
        buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: scratch[..<count]))
    }

    /// Copies bytes that the caller holds; the caller's copy stays the caller's to wipe.
    package convenience init(copying bytes: some Collection<UInt8>) {
        self.init(capacity: bytes.count) { buffer in
            buffer.copyBytes(from: bytes)
            return bytes.count
        }
    }

    deinit { Self.wipeAndFree(buffer) }

    package var count: Int { buffer.count }
    package var isEmpty: Bool { buffer.isEmpty }

    /// Lends the bytes for the length of the call; the pointer must not leave it.
    package func withBytes<Result: ~Copyable, Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(UnsafeRawBufferPointer(buffer))
    }

    private static func wipeAndFree(_ buffer: UnsafeMutableRawBufferPointer) {
        if let start = buffer.baseAddress { explicit_bzero(start, buffer.count) }
        buffer.deallocate()
    }
}
