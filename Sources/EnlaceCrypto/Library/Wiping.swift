import CEnlaceOpenSSL
import EnlaceFiles

/// Overwrites the array's bytes in a way that the compiler may not leave out (OPENSSL_cleanse(3))
/// and empties it.
///
/// It reaches this storage only; an earlier copy of the array made elsewhere keeps its bytes.
package func wipe(_ bytes: inout [UInt8]) {
    bytes.withUnsafeMutableBytes { OPENSSL_cleanse($0.baseAddress, $0.count) }
    bytes = []
}

/// Secret bytes of fixed length with one owner; overwritten when it goes away.
struct SecretBytes: ~Copyable {
    let count: Int
    private let storage: UnsafeMutablePointer<UInt8>

    /// Zeros.
    init(count: Int) {
        self.count = count
        storage = .allocate(capacity: max(count, 1))
        storage.initialize(repeating: 0, count: max(count, 1))
    }

    /// Takes the bytes over and wipes the array that they came in.
    init(taking bytes: inout [UInt8]) {
        self.init(count: bytes.count)
        storage.update(from: bytes, count: bytes.count)
        wipe(&bytes)
    }

    /// Copies a secret that lives on.
    init(copying secret: Secret) {
        self.init(count: secret.count)
        secret.withBytes {
            UnsafeMutableRawBufferPointer(start: storage, count: count).copyMemory(from: $0)
        }
    }

    deinit {
        OPENSSL_cleanse(storage, count)
        storage.deallocate()
    }

    /// The pointer is valid inside the body only.
    borrowing func withPointer<Value, Failure: Error>(
        _ body: (UnsafeMutablePointer<UInt8>) throws(Failure) -> Value
    ) throws(Failure) -> Value {
        try body(storage)
    }
}
