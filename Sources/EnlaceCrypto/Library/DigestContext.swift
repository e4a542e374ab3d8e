import CEnlaceOpenSSL
import Glibc

/// One EVP_MD_CTX for SHA-256, ready for data; after `finish` it is ready again.
///
/// Owned by one hasher or by one thread, never shared.
final class DigestContext {
    private static let failure = "OpenSSL cannot compute SHA-256"

    private static let algorithm: Algorithms = {
        guard let algorithms = try? Algorithms.shared() else { preconditionFailure(failure) }
        return algorithms
    }()

    // The key's destructor runs when its thread ends and releases the context kept there.
    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        let status = pthread_key_create(&key) { pointer in
            guard let pointer else { return }
            Unmanaged<DigestContext>.fromOpaque(pointer).release()
        }
        precondition(status == 0, "no thread-specific storage left")
        return key
    }()

    /// The context kept for the calling thread; to be used without a suspension in between.
    static var ofThisThread: DigestContext {
        if let kept = pthread_getspecific(key) {
            return Unmanaged<DigestContext>.fromOpaque(kept).takeUnretainedValue()
        }
        let made = DigestContext()
        pthread_setspecific(key, Unmanaged.passRetained(made).toOpaque())
        return made
    }

    private let context: OpaquePointer

    init() {
        guard let context = EVP_MD_CTX_new() else { preconditionFailure(Self.failure) }
        self.context = context
        restart()
    }

    deinit { EVP_MD_CTX_free(context) }

    func digest(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        bytes.withUnsafeBufferPointer { update($0) }
        return finish()
    }

    func update(_ bytes: UnsafeBufferPointer<UInt8>) {
        let status = EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
        precondition(status == 1, Self.failure)
    }

    func finish() -> [UInt8] {
        let digest = [UInt8](unsafeUninitializedCapacity: Int(EVP_MAX_MD_SIZE)) { buffer, count in
            var written: UInt32 = 0
            let status = EVP_DigestFinal_ex(context, buffer.baseAddress, &written)
            precondition(status == 1, Self.failure)
            count = Int(written)
        }
        restart()
        return digest
    }

    private func restart() {
        let status = EVP_DigestInit_ex2(context, Self.algorithm.sha256, nil)
        precondition(status == 1, Self.failure)
    }
}
