/// Where waiting comes from; injected, so that tests decide when time passes.
package protocol Pacemaker: Sendable {
    /// Returns after the duration; throws `CancellationError` when the task is cancelled.
    func wait(_ duration: Duration) async throws
}

/// Waits by the machine's monotonic clock.
package struct SystemPacemaker: Pacemaker {
    package init() {}

    package func wait(_ duration: Duration) async throws {
        try await ContinuousClock().sleep(for: duration)
    }
}
