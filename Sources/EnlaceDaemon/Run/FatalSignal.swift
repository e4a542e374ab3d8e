import EnlaceModel
import ServiceLifecycle

/// Carries an error that must stop the daemon from where it was met to the service group.
struct FatalSignal: Service {
    private let stream: AsyncStream<any Error>
    private let continuation: AsyncStream<any Error>.Continuation

    init() {
        (stream, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(1))
    }

    func raise(_ error: any Error) { continuation.yield(error) }

    func run() async throws {
        for await error in stream.cancelOnGracefulShutdown() { throw error }
    }
}
