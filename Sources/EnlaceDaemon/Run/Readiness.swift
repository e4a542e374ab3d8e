import ServiceLifecycle

/// Says that the node is ready, once the group catches signals: whoever waits for that word may ask
/// the daemon to stop the moment after.
struct Readiness: Service {
    let announce: @Sendable () throws -> Void

    func run() async throws {
        try announce()
        // Only cancellation is thrown, which ends the group anyway.
        try? await gracefulShutdown()
    }
}
