import EnlaceBroker
import EnlaceCrypto
import EnlaceFiles
import EnlaceLog
import EnlaceModel
import EnlaceStore
import EnlaceStoreSQLite
import Logging

/// A node with its store open, its trust rebuilt and its logs compared with the lock record: ready to
/// be connected to the network.
struct OpenNode {
    let configuration: Configuration
    let store: SQLiteStore
    let trust: NodeTrustBook
    let broker: Broker
    let services: Services
    let clock: any WallClock
    let random: any RandomSource
    let logger: Logger

    /// Opens what `init` has made; makes nothing.
    ///
    /// Throws, besides what the files and the store report: `CONFIGURATION_INVALID` when the store
    /// is another node's, `KEY_MISMATCH` when the card names other keys than the configured ones,
    /// `LOG_ROLLED_BACK` and `LOG_LOCK_MISMATCH` when the node must not sign.
    static func open(
        _ configuration: Configuration, clock: any WallClock, random: any RandomSource,
        logger: Logger
    ) async throws -> OpenNode {
        guard FileSystem.exists(configuration.data.store) else {
            throw DaemonError(.storeMissing, object: configuration.data.store)
        }
        let files = NodeFiles(configuration: configuration)
        if let first = files.findings(at: clock.now(), isSetUp: true).first { throw first }
        let credentials = try files.load()
        let hasher = LogPrimitives.product.hasher
        let store = try SQLiteStore.open(at: configuration.data.store, hasher: hasher)
        do {
            return try await open(
                configuration, store: store, credentials: credentials, clock: clock,
                random: random, logger: logger)
        } catch {
            try? await store.close()
            throw error
        }
    }

    private static func open(
        _ configuration: Configuration, store: SQLiteStore, credentials: NodeCredentials,
        clock: any WallClock, random: any RandomSource, logger: Logger
    ) async throws -> OpenNode {
        guard store.identity.node == configuration.node,
            store.identity.environment == configuration.environment
        else {
            throw DaemonError(
                .configurationInvalid, object: configuration.data.store,
                context: [
                    "reason": "the store belongs to \(store.identity.node), "
                        + store.identity.environment.rawValue
                ])
        }
        let storage = try StorageKeyring(folder: configuration.data.storageKeys, random: random)
        try storage.prepare(at: clock.now())
        let keys = try NodeKeys(
            node: configuration.node, environment: configuration.environment,
            card: try NewestCard.read(configuration.data), credentials: credentials,
            storage: storage)
        let trust = try await NodeTrustBook(
            store: store, keys: keys, credentials: credentials, clock: clock, random: random)
        let broker = Broker(
            store: store, trust: trust,
            lock: LockFile(path: configuration.data.heads, hasher: LogPrimitives.product.hasher),
            clock: clock, random: random, software: "enlaced/\(EnlaceVersion.text)",
            logger: logger)
        try await broker.open()
        try await trust.publishDirectoryIfOutdated()
        let context = ServiceContext(store: store, trust: trust, clock: clock, random: random)
        let folder = configuration.data.storeFolder
        let services = Services(context, broker: broker) { try FileSystem.room(at: folder) }
        return OpenNode(
            configuration: configuration, store: store, trust: trust, broker: broker,
            services: services, clock: clock, random: random, logger: logger)
    }
}

/// The own card of the highest version.
enum NewestCard {
    static func read(_ data: DataFolder) throws -> [UInt8] {
        guard FileSystem.isFolder(data.cards),
            let version = try FileSystem.list(data.cards).compactMap(version).max()
        else { throw DaemonError(.fileNotFound, object: data.card(1)) }
        return try FileSystem.read(data.card(version), bytesMax: CardContent.bytesMax)
    }

    private static func version(_ name: String) -> UInt32? {
        name.hasSuffix(".cms") ? UInt32(name.dropLast(4)) : nil
    }
}
