import EnlaceBroker
import EnlaceModel
import Logging
import ServiceLifecycle

/// Reads the configured revocation lists again and again, so that new ones count without a restart
/// and reach the peers.
struct RevocationListKeeping: Service {
    static let interval: Duration = .seconds(300)

    let files: NodeFiles
    let trust: NodeTrustBook
    let logger: Logger

    func run() async throws {
        try await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do { try await Task.sleep(for: Self.interval) } catch { return }
                try await look()
            }
        }
    }

    /// Files that cannot be used now are told and tried again; what was read before still counts,
    /// until it is stale.
    func look() async throws {
        do {
            try await trust.update(revocationLists: files.revocationLists())
        } catch let error as any CodedError where error.code.kind != .fatal {
            logger.warning(
                "revocation lists not read",
                metadata: ["code": "\(error.code.rawValue)", "file": "\(error.object)"])
        }
    }
}
