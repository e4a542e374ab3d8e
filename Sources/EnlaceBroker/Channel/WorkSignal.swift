/// Says "there is work" to one waiting loop; several raises before it looks count as one.
final class WorkSignal: Sendable {
    private let stream: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation

    init() {
        (stream, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// To be walked by one task only; ends after `finish` or when that task is cancelled.
    var raises: AsyncStream<Void> { stream }

    func raise() { continuation.yield() }

    func finish() { continuation.finish() }
}
