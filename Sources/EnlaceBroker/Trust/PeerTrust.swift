package import EnlaceCrypto
package import EnlaceLog
package import EnlaceModel

/// An approved peer as its card and its newest directory describe it.
package struct PeerTrust: Sendable {
    package let node: NodeID
    package let cardVersion: UInt32
    /// Its encryption key, validated once.
    package let encryption: EncryptionRecipient
    /// Its log key (raw Ed25519), which each of its logs names after its own origin.
    package let logKey: [UInt8]
    /// Its witness key, for its cosignatures on our channel log.
    package let witness: NoteVerifier
    /// The version of its officer directory held here; 0 when there is none.
    package let directoryVersion: UInt32
    /// Its officers by the SHA-256 of their signing certificates, revoked ones included.
    package let signers: [SHA256Digest: TrustedSigner]
    /// Set while status cannot be judged, such as `REVOCATION_LIST_STALE`: batches are deferred.
    package let trouble: ErrorCode?

    package init(
        node: NodeID, cardVersion: UInt32, encryption: EncryptionRecipient, logKey: [UInt8],
        witness: NoteVerifier, directoryVersion: UInt32,
        signers: [SHA256Digest: TrustedSigner], trouble: ErrorCode? = nil
    ) {
        self.node = node
        self.cardVersion = cardVersion
        self.encryption = encryption
        self.logKey = logKey
        self.witness = witness
        self.directoryVersion = directoryVersion
        self.signers = signers
        self.trouble = trouble
    }
}
