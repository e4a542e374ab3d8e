import EnlaceBroker
import EnlaceCrypto
import EnlaceModel
import EnlaceStore
import Logging
import ServiceLifecycle

/// Expiry, retries and anchors.
struct DeadlineKeeping: Service {
    let broker: Broker

    func run() async throws {
        try await cancelWhenGracefulShutdown { try await broker.runDeadlines() }
    }
}

/// Ends storage epochs: what survives is wrapped anew, then the old key is destroyed, which also ends
/// every copy of the database in a backup.
struct StorageEpochKeeping: Service {
    /// How often is looked whether an epoch has ended.
    static let interval: Duration = .seconds(3600)

    let store: any Store
    let storage: StorageKeyring
    let clock: any WallClock
    let logger: Logger

    func run() async throws {
        try await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                try await endEpochs()
                do { try await Task.sleep(for: Self.interval) } catch { return }
            }
        }
    }

    func endEpochs() async throws {
        let now = clock.now()
        try storage.prepare(at: now)
        for epoch in storage.ended(at: now) {
            let storage = storage
            _ = try await store.recordRewrapping(epoch: epoch.number) { protected in
                try storage.rewrap(protected, at: now)
            }
            try storage.destroy(epoch, at: now)
            logger.notice("storage epoch ended", metadata: ["epoch": "\(epoch.number)"])
        }
    }
}

/// Ends the sessions with peers in good order, before the ports and dialers are cancelled: it is the
/// last to start and so the first to be asked to stop.
struct SessionClosing: Service {
    let broker: Broker

    func run() async throws {
        try? await gracefulShutdown()
        await broker.stop()
    }
}
