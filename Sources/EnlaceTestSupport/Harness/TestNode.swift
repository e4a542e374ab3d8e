package import EnlaceBroker
import EnlaceCrypto
package import EnlaceLog
package import EnlaceModel
package import EnlaceStore
import EnlaceStoreSQLite

/// A node in memory: its keys, people, store and broker, with everything outside injected.
package final class TestNode: Sendable {
    package let node: NodeID
    package let store: any Store
    package let trust: TestTrustBook
    package let lock: MemoryLock
    package let clock: ManualClock
    package let pacemaker = ManualPacemaker()
    package let random: SeededRandom
    package let broker: Broker
    package let officer: TestPerson
    package let releaser: TestPerson
    private let identity: TestNodeIdentity
    private let folder: TemporaryFolder

    private let isOnDisk: Bool

    /// A new node; with `isOnDisk` its store is the embedded one, in a folder of its own.
    package convenience init(
        _ identity: TestNodeIdentity, clock: ManualClock, seed: UInt64 = 1,
        isOnDisk: Bool = false, limits: BrokerLimits = BrokerLimits()
    ) async throws {
        let folder = try TemporaryFolder()
        let name = StoreIdentity(
            node: identity.node, environment: Fixture.environment,
            localLog: Fixture.localLog(of: identity.node))
        let store: any Store =
            isOnDisk
            ? try SQLiteStore.create(
                at: folder.path(Self.storeName), identity: name, hasher: TestHasher.tree)
            : InMemoryStore(identity: name)
        try await self.init(
            identity, clock: clock, seed: seed, store: store, isOnDisk: isOnDisk,
            lock: MemoryLock(), folder: folder, limits: limits)
    }

    private static let storeName = "store.sqlite"

    private init(
        _ identity: TestNodeIdentity, clock: ManualClock, seed: UInt64, store: any Store,
        isOnDisk: Bool, lock: MemoryLock, folder: TemporaryFolder, limits: BrokerLimits
    ) async throws {
        self.identity = identity
        node = identity.node
        officer = identity.officer
        releaser = identity.releaser
        self.clock = clock
        self.lock = lock
        random = SeededRandom(seed: seed)
        self.store = store
        self.isOnDisk = isOnDisk
        self.folder = folder
        let keyring = try StorageKeyring(folder: folder.path, random: SystemRandom())
        trust = TestTrustBook(ownKeys: try identity.keys(storage: keyring))
        trust.enrol(identity.officer)
        trust.enrol(identity.releaser)
        broker = Broker(
            store: self.store, trust: trust, lock: lock, clock: clock, random: random,
            pacemaker: pacemaker, limits: limits, software: "enlaced/test")
        try await broker.open()
    }

    /// The same node after its process ended and began again: store, lock record and storage keys
    /// stay, everything else is new. Whom it trusts is told anew.
    package func restarted(
        _ identity: TestNodeIdentity, limits: BrokerLimits = BrokerLimits()
    ) async throws -> TestNode {
        var store = store
        if isOnDisk {
            try await store.close()
            store = try SQLiteStore.open(
                at: folder.path(Self.storeName), hasher: TestHasher.tree)
        }
        return try await TestNode(
            identity, clock: clock, seed: 99, store: store, isOnDisk: isOnDisk, lock: lock,
            folder: folder, limits: limits)
    }

    /// What a peer holds of this node once it has approved its card.
    package func asPeer(
        directoryVersion: UInt32 = 0, refusal: ErrorCode? = nil, knowsOfficers: Bool = true,
        trouble: ErrorCode? = nil
    ) throws -> PeerTrust {
        try identity.asPeer(
            directoryVersion: directoryVersion, refusal: refusal, knowsOfficers: knowsOfficers,
            trouble: trouble)
    }
}

/// The keys and people of a node of the tests; made once, used by many nodes of that name.
package struct TestNodeIdentity: Sendable {
    package let node: NodeID
    package let officer: TestPerson
    package let releaser: TestPerson
    private let encryption: PrivateKey
    private let logKey: PrivateKey
    private let witnessKey: PrivateKey
    private let keyIdentifier: [UInt8]

    package static let hsi = Fixture.known(try TestNodeIdentity(Fixture.hsi))
    package static let fevimtra = Fixture.known(try TestNodeIdentity(Fixture.fevimtra))

    package init(_ node: NodeID) throws {
        self.node = node
        officer = try TestPerson("o-1001", of: node)
        releaser = try TestPerson("o-1002", of: node)
        encryption = try PrivateKey.generate(.p256)
        logKey = try PrivateKey.generate(.ed25519)
        witnessKey = try PrivateKey.generate(.ed25519)
        keyIdentifier = Array(SHA256.digest(Array(node.text.utf8)).bytes.prefix(20))
    }

    func keys(storage: StorageKeyring) throws -> NodeKeys {
        let witnessKey = witnessKey
        let card = Array("card of \(node)".utf8)
        return NodeKeys(
            node: node, environment: Fixture.environment, cardVersion: 1, card: card,
            cardDigest: SHA256.digest(card),
            opener: try EnvelopeOpener(keys: [keyIdentifier: encryption]), logKey: logKey,
            witness: NoteSigner(verifier: try witness()) { message in
                try Ed25519.sign(message, with: witnessKey)
            }, storage: storage)
    }

    func asPeer(
        directoryVersion: UInt32, refusal: ErrorCode?, knowsOfficers: Bool, trouble: ErrorCode?
    ) throws -> PeerTrust {
        let people = knowsOfficers ? [officer, releaser] : []
        let signers = people.map { person in
            TrustedSigner(
                officer: person.officer, certificate: person.certificate, roles: [.officer],
                refusal: refusal)
        }
        return PeerTrust(
            node: node, cardVersion: 1,
            encryption: try EncryptionRecipient(
                publicKey: encryption.publicKey, keyIdentifier: keyIdentifier),
            logKey: try Ed25519.publicKey(of: logKey), witness: try witness(),
            directoryVersion: directoryVersion,
            signers: Dictionary(
                signers.map { ($0.certificate.fingerprint, $0) },
                uniquingKeysWith: { first, _ in first }),
            trouble: trouble)
    }

    /// Signs checkpoints as this node's log key does: for forks and other misdeeds.
    package func logSigner(_ origin: LogOrigin) throws -> NoteSigner {
        let logKey = logKey
        return try NoteSigner(
            name: origin.text, publicKey: Ed25519.publicKey(of: logKey), hasher: TestHasher.tree
        ) { message in try Ed25519.sign(message, with: logKey) }
    }

    /// A cosignature line by this node's witness key, whatever it is on.
    package func cosignature(on checkpoint: Checkpoint, at time: Timestamp) throws -> String {
        let witnessKey = witnessKey
        let signer = NoteSigner(verifier: try witness()) { message in
            try Ed25519.sign(message, with: witnessKey)
        }
        return String(try signer.cosignature(on: checkpoint, at: time).line.dropLast())
    }

    private func witness() throws -> NoteVerifier {
        try NoteVerifier(
            name: "\(node.text)/witness", kind: .cosignature,
            publicKey: Ed25519.publicKey(of: witnessKey), hasher: TestHasher.tree)
    }
}
