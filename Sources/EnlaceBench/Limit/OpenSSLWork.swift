import CEnlaceOpenSSL

/// The cryptography of one lead by bare OpenSSL calls: everything that can be kept is kept, nothing
/// is parsed, copied or checked that a correct implementation could leave out.
///
/// Used by one thread only.
final class OpenSSLWork {
    /// The most bytes of one document.
    static let bytesMax = 1 << 24

    /// What a lead costs, both nodes together.
    enum Step: String, CaseIterable, Sendable {
        case verify = "2 ECDSA P-256 verifications"
        case generate = "1 EC key generation"
        case derive = "2 ECDH"
        case cipher = "AES-256-GCM, sealed and opened"
        case digest = "SHA-256, twice at each node"
    }

    /// How many leads were done, and the time that each step took in all.
    struct Tally: Sendable {
        var count = 0
        var times: [Step: Duration] = [:]
    }

    private let keyMaker: OpaquePointer
    private let verifier: OpaquePointer
    private let deriver: OpaquePointer
    private let peer: OpaquePointer
    private let cipher: OpaquePointer
    private let cipherContext: OpaquePointer
    private let digest: OpaquePointer
    private let digestContext: OpaquePointer
    private let hash = [UInt8](repeating: 7, count: 32)
    private var signature: [UInt8] = []
    private let key = [UInt8](repeating: 5, count: 32)
    private let nonce = [UInt8](repeating: 3, count: 12)
    private var plain: [UInt8]
    private var sealed: [UInt8]

    init(bytes: Int) throws {
        plain = [UInt8](repeating: 1, count: bytes)
        sealed = [UInt8](repeating: 0, count: bytes + 16)
        keyMaker = try Self.found(EVP_PKEY_CTX_new_from_name(nil, "EC", nil))
        try Self.check(EVP_PKEY_keygen_init(keyMaker))
        try Self.check(EVP_PKEY_CTX_set_group_name(keyMaker, "P-256"))
        let own = try Self.makeKey(keyMaker)
        peer = try Self.makeKey(keyMaker)
        verifier = try Self.found(EVP_PKEY_CTX_new_from_pkey(nil, own, nil))
        deriver = try Self.found(EVP_PKEY_CTX_new_from_pkey(nil, own, nil))
        cipher = try Self.found(EVP_CIPHER_fetch(nil, "AES-256-GCM", nil))
        cipherContext = try Self.found(EVP_CIPHER_CTX_new())
        digest = try Self.found(EVP_MD_fetch(nil, "SHA256", nil))
        digestContext = try Self.found(EVP_MD_CTX_new())
        signature = try Self.sign(hash, with: own)
        EVP_PKEY_free(own)
        try Self.check(EVP_PKEY_verify_init(verifier))
        try Self.check(EVP_PKEY_derive_init(deriver))
    }

    deinit {
        for context in [keyMaker, verifier, deriver] { EVP_PKEY_CTX_free(context) }
        EVP_PKEY_free(peer)
        EVP_CIPHER_CTX_free(cipherContext)
        EVP_CIPHER_free(cipher)
        EVP_MD_CTX_free(digestContext)
        EVP_MD_free(digest)
    }

    func run(until end: ContinuousClock.Instant) throws -> Tally {
        var tally = Tally()
        var now = ContinuousClock.now
        while now < end {
            for step in Step.allCases {
                try perform(step)
                let after = ContinuousClock.now
                tally.times[step, default: .zero] += after - now
                now = after
            }
            tally.count += 1
        }
        return tally
    }

    private func perform(_ step: Step) throws {
        switch step {
        case .verify: for _ in 0..<2 { try verify() }
        case .generate: EVP_PKEY_free(try Self.makeKey(keyMaker))
        case .derive: for _ in 0..<2 { try derive() }
        case .cipher: try seal()
        case .digest: for _ in 0..<4 { try hashOnce() }
        }
    }

    private func verify() throws {
        try Self.check(
            EVP_PKEY_verify(verifier, signature, signature.count, hash, hash.count))
    }

    private func derive() throws {
        var secret = [UInt8](repeating: 0, count: 32)
        var count = secret.count
        try Self.check(EVP_PKEY_derive_set_peer_ex(deriver, peer, 0))
        try Self.check(EVP_PKEY_derive(deriver, &secret, &count))
    }

    private func seal() throws {
        var written: Int32 = 0
        var tag = [UInt8](repeating: 0, count: 16)
        try Self.check(EVP_EncryptInit_ex2(cipherContext, cipher, key, nonce, nil))
        try Self.check(
            EVP_EncryptUpdate(cipherContext, &sealed, &written, plain, Int32(plain.count)))
        try Self.check(EVP_EncryptFinal_ex(cipherContext, &sealed, &written))
        try Self.check(EVP_CIPHER_CTX_ctrl(cipherContext, EVP_CTRL_AEAD_GET_TAG, 16, &tag))
        try Self.check(EVP_DecryptInit_ex2(cipherContext, cipher, key, nonce, nil))
        try Self.check(
            EVP_DecryptUpdate(cipherContext, &plain, &written, sealed, Int32(plain.count)))
        try Self.check(EVP_CIPHER_CTX_ctrl(cipherContext, EVP_CTRL_AEAD_SET_TAG, 16, &tag))
        try Self.check(EVP_DecryptFinal_ex(cipherContext, &plain, &written))
    }

    private func hashOnce() throws {
        var result = [UInt8](repeating: 0, count: 32)
        try Self.check(EVP_DigestInit_ex2(digestContext, digest, nil))
        try Self.check(EVP_DigestUpdate(digestContext, plain, plain.count))
        try Self.check(EVP_DigestFinal_ex(digestContext, &result, nil))
    }

    private static func makeKey(_ context: OpaquePointer) throws -> OpaquePointer {
        var key: OpaquePointer?
        try check(EVP_PKEY_generate(context, &key))
        return try found(key)
    }

    private static func sign(_ hash: [UInt8], with key: OpaquePointer) throws -> [UInt8] {
        let context = try found(EVP_PKEY_CTX_new_from_pkey(nil, key, nil))
        defer { EVP_PKEY_CTX_free(context) }
        try check(EVP_PKEY_sign_init(context))
        var signature = [UInt8](repeating: 0, count: 128)
        var count = signature.count
        try check(EVP_PKEY_sign(context, &signature, &count, hash, hash.count))
        return Array(signature.prefix(count))
    }

    private static func check(_ status: Int32) throws {
        guard status == 1 else { throw BenchError("OpenSSL failed") }
    }

    private static func found(_ pointer: OpaquePointer?) throws -> OpaquePointer {
        guard let pointer else { throw BenchError("OpenSSL has no memory or lacks an algorithm") }
        return pointer
    }
}
