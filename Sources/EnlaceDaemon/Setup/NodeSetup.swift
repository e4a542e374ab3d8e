import EnlaceBroker
import EnlaceCrypto
import EnlaceFiles
import EnlaceLog
import EnlaceModel
import EnlaceStore
import EnlaceStoreSQLite

/// Makes a node: its folder, keys, card, store and first two administrators. The only place where
/// state is created.
///
/// It goes in two steps when an authority has yet to sign: the first makes keys and requests, the
/// second, with the certificates in place, makes the rest. A step that was cut off is repeated; what
/// is there is taken, never replaced, and the store comes last.
struct NodeSetup {
    /// A person whom the setup names, by their certificates.
    struct Administrator {
        let client: Certificate
        let signing: Certificate
    }

    enum Outcome {
        /// These requests wait for the authority; the certificates belong at the paths beside them.
        case requests([(request: String, certificate: String)])
        case done(card: SHA256Digest)
    }

    /// How long a card says that it is valid, unless a certificate in it ends before.
    static let cardValidity: Duration = .seconds(730 * 86_400)
    static let administratorsCount = 2

    let configuration: Configuration
    let clock: any WallClock
    let random: any RandomSource

    private var data: DataFolder { configuration.data }
    private var files: NodeFiles { NodeFiles(configuration: configuration) }
    private var hasher: TreeHasher { LogPrimitives.product.hasher }

    func run(administrators: [Administrator]) async throws -> Outcome {
        guard !FileSystem.exists(data.store) else {
            throw DaemonError(.storeExists, object: data.store)
        }
        for folder in [data.path, data.keys, data.storeFolder, data.cards] {
            try FileSystem.makeFolder(folder, mode: .privateFolder)
        }
        try makeOwnKeys()
        let requests = try makeRequests()
        guard requests.isEmpty else { return .requests(requests) }
        if let first = files.findings(at: clock.now(), isSetUp: true).first { throw first }
        let officers = try check(administrators)
        return .done(card: try await found(officers))
    }

    private func makeOwnKeys() throws {
        for name in [NodeFiles.logKey, NodeFiles.witnessKey]
        where !FileSystem.exists(data.key(name)) {
            try PrivateKey.generate(.ed25519).save(file: data.key(name))
        }
    }

    /// Makes each key that is absent, and a request for each certificate that is.
    private func makeRequests() throws -> [(request: String, certificate: String)] {
        var requests: [(String, String)] = []
        for (name, pair, profile) in files.pairs where !FileSystem.exists(pair.certificate) {
            if !FileSystem.exists(pair.key) {
                try FileSystem.makeFolder(
                    FileSystem.parent(of: pair.key), mode: .privateFolder)
                try PrivateKey.generate(.p256).save(file: pair.key)
            }
            let request = try CertificateRequest.make(
                profile: profile, name: .node(configuration.node),
                key: PrivateKey.load(file: pair.key))
            let file = data.request(name)
            try FileSystem.writeDurably(request.pem.utf8, to: file, mode: .publicFile)
            requests.append((file, pair.certificate))
        }
        return requests
    }

    private func check(_ administrators: [Administrator]) throws -> [OfficerRecord] {
        guard administrators.count == Self.administratorsCount else {
            throw DaemonError(
                .secondPersonRequired, object: "--administrator",
                context: ["expected": "\(Self.administratorsCount)"])
        }
        let credentials = try files.load()
        let authorities = try PinnedAuthorities(
            issuers: credentials.officerIssuers, revocationLists: credentials.revocationLists)
        let records = try administrators.map { try record($0, authorities: authorities) }
        guard Set(records.map(\.officer)).count == records.count else {
            throw DaemonError(.secondPersonRequired, object: records[0].officer.text)
        }
        return records
    }

    private func record(
        _ administrator: Administrator, authorities: PinnedAuthorities
    ) throws -> OfficerRecord {
        let client = administrator.client
        let signing = administrator.signing
        guard case .officer(let officer) = client.name, officer.node == configuration.node,
            signing.name == client.name, client.publicKey != signing.publicKey
        else {
            throw DaemonError(
                .certificateWrongName, object: client.subject,
                context: ["expected": "enlace:officer:\(configuration.node)/…"])
        }
        let now = clock.now()
        try authorities.check(client, for: .officerClient, name: .officer(officer), at: now)
        try authorities.check(signing, for: .officerSigning, name: .officer(officer), at: now)
        return OfficerRecord(
            officer: officer, roles: [.administrator], clientCertificate: client.derBytes,
            clientFingerprint: client.fingerprint, signingCertificate: signing.derBytes,
            signingFingerprint: signing.fingerprint, addedAt: now, revokedAt: nil, statement: [])
    }

    /// Card, storage keys, lock record, then the store with all that belongs in it.
    private func found(_ officers: [OfficerRecord]) async throws -> SHA256Digest {
        let credentials = try files.load()
        let card = try makeCard(credentials)
        if !FileSystem.isFolder(data.storageKeys) {
            try StorageKeyring.create(folder: data.storageKeys)
        }
        try StorageKeyring(folder: data.storageKeys, random: random).prepare(at: clock.now())
        if !FileSystem.exists(data.heads) {
            try LockFile(path: data.heads, hasher: hasher).create()
        }
        let identity = StoreIdentity(
            node: configuration.node, environment: configuration.environment,
            localLog: LogOrigin(
                environment: configuration.environment, owner: configuration.node, scope: .local))
        // Beside its place until it is complete: a crash must not leave a store without persons.
        let unfinished = "\(data.store).unfinished"
        for suffix in ["", "-wal", "-shm", ".lock"] { try FileSystem.remove(unfinished + suffix) }
        let store = try SQLiteStore.create(at: unfinished, identity: identity, hasher: hasher)
        let founding = NodeFounding(store: store, clock: clock, random: random)
        try await founding.found(
            card: card, officers: officers, statement: credentials.statement,
            revocationLists: credentials.revocationLists)
        try await store.close()
        try FileSystem.rename(unfinished, to: data.store)
        try FileSystem.remove(unfinished + ".lock")
        return card.fingerprint
    }

    private func makeCard(_ credentials: NodeCredentials) throws -> NodeCard {
        let file = data.card(1)
        if FileSystem.exists(file) {
            return try NodeCard(FileSystem.read(file, bytesMax: CardContent.bytesMax))
        }
        let bytes = try NodeCard.make(
            CardMaker(configuration: configuration, credentials: credentials).content(
                version: 1, previous: nil, at: clock.now()),
            statement: credentials.statement, at: clock.now())
        let card = try NodeCard(bytes)
        try card.check(at: clock.now())
        try FileSystem.createDurably(bytes, at: file, mode: .publicFile)
        return card
    }
}
