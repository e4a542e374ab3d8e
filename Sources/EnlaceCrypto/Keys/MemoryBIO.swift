import CEnlaceOpenSSL
import EnlaceFiles
import EnlaceModel

/// OpenSSL's stream over memory, for the PEM and DER functions that know no other interface.
struct MemoryBIO: ~Copyable {
    let raw: OpaquePointer

    /// An empty one to write to; its memory is overwritten when it ends.
    init() throws(CryptoError) {
        guard let raw = BIO_new(BIO_s_secmem()) else {
            throw CryptoError(.cryptoFailure, object: "BIO_new")
        }
        self.raw = raw
    }

    /// One that reads bytes which outlive it and are not none.
    init(borrowing bytes: UnsafeRawBufferPointer) throws(CryptoError) {
        guard let start = bytes.baseAddress, let count = Int32(exactly: bytes.count),
            let raw = BIO_new_mem_buf(start, count)
        else { throw CryptoError(.cryptoFailure, object: "BIO_new_mem_buf") }
        self.raw = raw
    }

    deinit { BIO_free(raw) }

    /// What was written to it.
    func written() -> [UInt8] {
        var start: UnsafePointer<UInt8>?
        let count = enlace_bio_bytes(raw, &start)
        return Array(UnsafeBufferPointer(start: start, count: count))
    }

    /// What was written to it, in memory that is wiped.
    func writtenSecret() -> Secret {
        var start: UnsafePointer<UInt8>?
        let count = enlace_bio_bytes(raw, &start)
        return Secret(copying: UnsafeBufferPointer(start: start, count: count))
    }
}
