import EnlaceCrypto
package import EnlaceLog

extension LogPrimitives {
    /// The product's SHA-256 and Ed25519.
    package static let product = LogPrimitives(
        sha256: { SHA256.digest($0) },
        verifyEd25519: { signature, message, key in
            Ed25519.isValid(signature: signature, message: message, publicKey: key)
        })
}
