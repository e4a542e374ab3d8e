import EnlaceBroker
import EnlaceCrypto
import EnlaceModel

/// What a card of this node says, from its configuration and its certificates.
struct CardMaker {
    let configuration: Configuration
    let credentials: NodeCredentials

    func content(
        version: UInt32, previous: SHA256Digest?, at now: Timestamp
    ) throws -> CardContent {
        let certificates = [credentials.tls, credentials.encryption, credentials.statement].map(
            \.certificate)
        let ends = certificates.map(\.notAfter) + [now.advanced(by: NodeSetup.cardValidity)]
        return CardContent(
            node: configuration.node, environment: configuration.environment, version: version,
            previous: previous, validFrom: now, validUntil: ends.min() ?? now,
            tlsCertificate: certificates[0].derBytes,
            encryptionCertificate: certificates[1].derBytes,
            statementCertificate: certificates[2].derBytes,
            nodeIssuers: credentials.nodeIssuers.map(\.derBytes),
            officerIssuers: credentials.officerIssuers.map(\.derBytes),
            revocationLists: credentials.revocationLists,
            logKey: try Ed25519.publicKey(of: credentials.logKey),
            witnessKey: try Ed25519.publicKey(of: credentials.witnessKey),
            addresses: configuration.addresses.map(\.text), contact: configuration.contact)
    }
}
