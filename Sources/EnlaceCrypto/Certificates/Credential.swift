package import EnlaceFiles

/// A certificate together with its private key: what one signs, logs in or opens envelopes with.
package struct Credential: Sendable {
    package let certificate: Certificate
    /// The authorities between the certificate and a pinned one, nearest first; often none.
    package let intermediates: [Certificate]
    package let key: PrivateKey

    /// Refuses a key of another certificate with `KEY_MISMATCH`.
    package init(
        certificate: Certificate, intermediates: [Certificate] = [], key: PrivateKey
    ) throws(CryptoError) {
        try certificate.check(key)
        self.certificate = certificate
        self.intermediates = intermediates
        self.key = key
    }

    /// Loads a certificate file, the leaf first and then its intermediates, and its key file.
    package static func load(
        certificateFile: String, keyFile: String, passphrase: Secret? = nil
    ) throws(CryptoError) -> Credential {
        let chain = try Certificate.loadAll(file: certificateFile)
        let key = try PrivateKey.load(file: keyFile, passphrase: passphrase)
        return try Credential(
            certificate: chain[0], intermediates: Array(chain.dropFirst()), key: key)
    }
}
