package import EnlaceCrypto
import EnlaceLog
package import EnlaceModel

extension NodeKeys {
    /// The keys as the stages use them.
    ///
    /// Throws `KEY_MISMATCH` when the card names other keys than these.
    package init(
        node: NodeID, environment: RunEnvironment, card: [UInt8], credentials: NodeCredentials,
        storage: StorageKeyring
    ) throws {
        let decoded = try NodeCard(card)
        let witness = credentials.witnessKey
        let witnessPublic = try Ed25519.publicKey(of: witness)
        let own: [(String, Bool)] = [
            ("node", decoded.node == node && decoded.content.environment == environment),
            ("tls", decoded.tls == credentials.tls.certificate),
            ("encryption", decoded.encryption == credentials.encryption.certificate),
            ("statement", decoded.statement == credentials.statement.certificate),
            ("log", decoded.content.logKey == (try Ed25519.publicKey(of: credentials.logKey))),
            ("witness", decoded.content.witnessKey == witnessPublic),
        ]
        if let (name, _) = own.first(where: { !$0.1 }) {
            throw BrokerError(.keyMismatch, object: "card", context: ["reason": name])
        }
        self.init(
            node: node, environment: environment, cardVersion: decoded.version, card: card,
            cardDigest: decoded.fingerprint,
            opener: try EnvelopeOpener([credentials.encryption] + credentials.retired),
            logKey: credentials.logKey,
            witness: NoteSigner(
                verifier: try WitnessName.verifier(
                    of: node, environment: environment, publicKey: witnessPublic,
                    hasher: LogPrimitives.product.hasher)
            ) { message in try Ed25519.sign(message, with: witness) },
            storage: storage)
    }
}
