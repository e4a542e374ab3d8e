package import EnlaceCrypto
package import EnlaceLog
package import EnlaceModel

/// The own node's keys as the stages use them, and the card that states them.
package struct NodeKeys: Sendable {
    package let node: NodeID
    package let environment: RunEnvironment
    package let cardVersion: UInt32
    /// The card's exact signed bytes.
    package let card: [UInt8]
    /// SHA-256 of `card`.
    package let cardDigest: SHA256Digest
    /// Opens envelopes made for this node.
    package let opener: EnvelopeOpener
    /// The Ed25519 key that signs the checkpoints of all own logs.
    package let logKey: PrivateKey
    /// Cosigns peers' checkpoints; of kind `cosignature`.
    package let witness: NoteSigner
    /// Protects documents at rest.
    package let storage: StorageKeyring

    package init(
        node: NodeID, environment: RunEnvironment, cardVersion: UInt32, card: [UInt8],
        cardDigest: SHA256Digest, opener: EnvelopeOpener, logKey: PrivateKey, witness: NoteSigner,
        storage: StorageKeyring
    ) {
        self.node = node
        self.environment = environment
        self.cardVersion = cardVersion
        self.card = card
        self.cardDigest = cardDigest
        self.opener = opener
        self.logKey = logKey
        self.witness = witness
        self.storage = storage
    }
}

extension NodeKeys {
    /// The signer of the checkpoints of one of the own logs, named after its origin.
    @Sendable func logSigner(_ origin: LogOrigin) throws -> NoteSigner {
        let key = logKey
        return try NoteSigner(
            name: origin.text, publicKey: Ed25519.publicKey(of: key),
            hasher: LogPrimitives.product.hasher
        ) { message in try Ed25519.sign(message, with: key) }
    }
}
