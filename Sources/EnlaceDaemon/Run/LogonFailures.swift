import EnlaceLog
import EnlaceModel
import EnlaceStore
import Logging
import ServiceLifecycle

/// Writes LOGON_FAIL entries for certificates that were refused inside a handshake, where nothing may
/// wait for the store.
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
    private let stream: AsyncStream<any CodedError>
    private let continuation: AsyncStream<any CodedError>.Continuation

    init(store: any Store, clock: any WallClock, random: any RandomSource) {
        self.store = store
        self.clock = clock
        self.random = random
        (stream, continuation) = AsyncStream.makeStream(
            bufferingPolicy: .bufferingOldest(Self.entriesMax))
    }

    /// Returns at once.
    func note(_ error: any CodedError) { continuation.yield(error) }

    func run() async throws {
        var spanBegin = clock.now()
        var count = 0
        for await error in stream.cancelOnGracefulShutdown() {
            if clock.now().since(spanBegin) >= Self.span {
                spanBegin = clock.now()
                count = 0
            }
            count += 1
            if count <= Self.entriesMax { try await write(error) }
        }
    }

    private func write(_ error: any CodedError) async throws {
        let body = LocalBody(
            event: .logonFailed, actor: "", object: error.object, outcome: error.code.rawValue)
        _ = try await store.append(
            [EntryDraft(.local(body), at: clock.now(), random: random)],
            to: store.identity.localLog)
    }
}
