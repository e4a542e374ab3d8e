package import EnlaceModel

/// The cryptography this module is given: SHA-256 and the verification of Ed25519 (RFC 8032).
package struct LogPrimitives: Sendable {
    /// Says whether `signature` (64 bytes) over `message` is by `publicKey` (32 bytes).
    package typealias VerifyEd25519 =
        @Sendable (_ signature: [UInt8], _ message: [UInt8], _ publicKey: [UInt8]) -> Bool

    package let hasher: TreeHasher
    package let verifyEd25519: VerifyEd25519

    package init(
        sha256: @escaping @Sendable ([UInt8]) -> SHA256Digest,
        verifyEd25519: @escaping VerifyEd25519
    ) {
        self.hasher = TreeHasher(sha256: sha256)
        self.verifyEd25519 = verifyEd25519
    }
}
