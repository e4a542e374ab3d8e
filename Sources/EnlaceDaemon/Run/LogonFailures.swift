import EnlaceLog
import EnlaceModel
import EnlaceStore
import Logging
import ServiceLifecycle

/// Writes LOGON_FAIL entries for certificates that were refused, inside a handshake, where nothing may
/// wait for the store, or in a session that has lost its right.
///
/// A stranger can cause as many as they like, so that only some are written: the local log must not
/// grow by their will. All stand in the log on standard error.
struct LogonFailures: Service {
    /// Entries written in one span of time, and the span.
    static let entriesMax = 60
    static let span: Duration = .seconds(3600)

    private let store: any Store
    private let clock: any WallClock
    private let random: any RandomSource
    private let stream: AsyncStream<Failure>
    private let continuation: AsyncStream<Failure>.Continuation

    private struct Failure: Sendable {
        let error: any CodedError
        let actor: String
    }

    init(store: any Store, clock: any WallClock, random: any RandomSource) {
        self.store = store
        self.clock = clock
        self.random = random
        (stream, continuation) = AsyncStream.makeStream(
            bufferingPolicy: .bufferingOldest(Self.entriesMax))
    }

    /// Returns at once.
    ///
    /// - Parameter actor: the officer, when the certificate was good enough to name one.
    func note(_ error: any CodedError, actor: String = "") {
        continuation.yield(Failure(error: error, actor: actor))
    }

    func run() async throws {
        var spanBegin = clock.now()
        var count = 0
        for await failure in stream.cancelOnGracefulShutdown() {
            if clock.now().since(spanBegin) >= Self.span {
                spanBegin = clock.now()
                count = 0
            }
            count += 1
            if count <= Self.entriesMax { try await write(failure) }
        }
    }

    private func write(_ failure: Failure) async throws {
        let body = LocalBody(
            event: .logonFailed, actor: failure.actor, object: failure.error.object,
            outcome: failure.error.code.rawValue)
        _ = try await store.append(
            [EntryDraft(.local(body), at: clock.now(), random: random)],
            to: store.identity.localLog)
    }
}
