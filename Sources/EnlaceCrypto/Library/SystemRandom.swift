import CEnlaceOpenSSL
import EnlaceModel

/// OpenSSL's cryptographic random generator.
package struct SystemRandom: RandomSource {
    package init() {}

    /// Traps when the generator fails: nothing may go on with bytes that are not random.
    package func bytes(_ count: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, written in
            let status = RAND_bytes(buffer.baseAddress, Int32(count))
            precondition(status == 1, "OpenSSL has no random bytes")
            written = count
        }
    }
}
