package import EnlaceBroker
package import EnlaceCrypto
import EnlaceLog
package import EnlaceModel
package import EnlaceStore

/// A node's certificates and keys, and what can be made with them.
package struct PKINode: Sendable {
    package let node: NodeID
    package let tls: Credential
    package let encryption: Credential
    package let statement: Credential
    package let logKey: PrivateKey
    package let witnessKey: PrivateKey
    package let authority: CertificateAuthority
    let now: Timestamp

    package var credentials: NodeCredentials {
        get throws {
            NodeCredentials(
                tls: tls, encryption: encryption, statement: statement, logKey: logKey,
                witnessKey: witnessKey, nodeIssuers: [authority.certificate],
                officerIssuers: [authority.certificate],
                revocationLists: [try authority.revocationList().derBytes])
        }
    }

    package func cardContent(
        version: UInt32 = 1, previous: SHA256Digest? = nil,
        addresses: [String] = ["127.0.0.1:7443"],
        environment: RunEnvironment = Fixture.environment
    ) throws -> CardContent {
        CardContent(
            node: node, environment: environment, version: version, previous: previous,
            validFrom: now, validUntil: now.advanced(by: .seconds(300 * 86_400)),
            tlsCertificate: tls.certificate.derBytes,
            encryptionCertificate: encryption.certificate.derBytes,
            statementCertificate: statement.certificate.derBytes,
            nodeIssuers: [authority.certificate.derBytes],
            officerIssuers: [authority.certificate.derBytes],
            revocationLists: [try authority.revocationList().derBytes],
            logKey: try Ed25519.publicKey(of: logKey),
            witnessKey: try Ed25519.publicKey(of: witnessKey), addresses: addresses,
            contact: "test")
    }

    /// The node's first card, signed.
    package func card(addresses: [String] = ["127.0.0.1:7443"]) throws -> [UInt8] {
        try NodeCard.make(cardContent(addresses: addresses), statement: statement, at: now)
    }

    /// A signed directory of these officers.
    package func directory(
        _ officers: [(PKIOfficer, DirectoryContent.State)], version: UInt32 = 1,
        previous: SHA256Digest? = nil
    ) throws -> PublishedDirectory {
        let content = DirectoryContent(
            node: node, environment: Fixture.environment, version: version, previous: previous,
            issuedAt: now,
            officers: officers.map { officer, state in
                DirectoryContent.Officer(
                    officer: officer.officer, certificate: officer.signing.certificate.derBytes,
                    roles: officer.roles.sorted(), state: state)
            }, revocationLists: [try authority.revocationList().derBytes])
        return try OfficerDirectory.make(content, statement: statement, at: now)
    }

    /// The keys as the broker uses them; the storage keys live in `storageFolder`, which must not
    /// be there yet.
    package func keys(
        card: [UInt8], storageFolder: String, random: any RandomSource = SystemRandom()
    ) throws -> NodeKeys {
        try StorageKeyring.create(folder: storageFolder)
        return try NodeKeys(
            node: node, environment: Fixture.environment, card: card, credentials: credentials,
            storage: StorageKeyring(folder: storageFolder, random: random))
    }

    /// A trust book over a store that holds these persons and these approved peers.
    package func trustBook(
        store: any Store, officers: [PKIOfficer] = [], peers: [PKINode] = [],
        storageFolder: String, clock: any WallClock, random: any RandomSource = SystemRandom()
    ) async throws -> NodeTrustBook {
        let card = try card()
        let founding = NodeFounding(store: store, clock: clock, random: random)
        try await founding.found(
            card: NodeCard(card), officers: officers.map { $0.record() }, statement: statement,
            revocationLists: [authority.revocationList().derBytes])
        for peer in peers {
            let card = try peer.card()
            try await store.recordPeer(
                PeerRecord(
                    node: peer.node, isApproved: true, cardVersion: 1, card: card,
                    fingerprint: SHA256.digest(card), addedBy: Fixture.officer("a-1", of: node),
                    addedAt: now, approvedBy: Fixture.officer("a-2", of: node), approvedAt: now),
                endingProposal: nil, localEntries: [])
        }
        return try await NodeTrustBook(
            store: store, keys: keys(card: card, storageFolder: storageFolder, random: random),
            credentials: credentials, clock: clock, random: random)
    }
}
