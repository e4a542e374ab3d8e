package import EnlaceCrypto
import EnlaceModel

/// The own node's private keys with their certificates, loaded once at start.
package struct NodeCredentials: Sendable {
    package let tls: Credential
    package let encryption: Credential
    package let statement: Credential
    /// Former encryption keys that still open what was made for them.
    package let retired: [Credential]
    /// Ed25519.
    package let logKey: PrivateKey
    /// Ed25519, another one.
    package let witnessKey: PrivateKey
    /// Issuers of the node's certificates, up to the root.
    package let nodeIssuers: [Certificate]
    /// Issuers of the officers' certificates, up to the root.
    package let officerIssuers: [Certificate]
    /// DER.
    package let revocationLists: [[UInt8]]

    package init(
        tls: Credential, encryption: Credential, statement: Credential,
        retired: [Credential] = [], logKey: PrivateKey, witnessKey: PrivateKey,
        nodeIssuers: [Certificate], officerIssuers: [Certificate],
        revocationLists: [[UInt8]]
    ) {
        self.tls = tls
        self.encryption = encryption
        self.statement = statement
        self.retired = retired
        self.logKey = logKey
        self.witnessKey = witnessKey
        self.nodeIssuers = nodeIssuers
        self.officerIssuers = officerIssuers
        self.revocationLists = revocationLists
    }
}
