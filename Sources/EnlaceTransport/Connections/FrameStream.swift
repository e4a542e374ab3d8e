import EnlaceModel
import NIOCore

/// The payloads that the other side sends, in order, for one reader. Ends without error when the
/// other side ended it, or when the reader's task is cancelled; the connection then stands until it
/// is closed.
struct FrameStream: AsyncSequence, Sendable {
    typealias Element = [UInt8]

    let producer: FrameHandler.Producer

    struct AsyncIterator: AsyncIteratorProtocol {
        // Guarded by the lock inside the producer's storage; not Sendable only so that nobody reads
        // from two tasks, which nobody does through this iterator.
        nonisolated(unsafe) var inner: FrameHandler.Producer.AsyncIterator

        mutating func next() async throws -> [UInt8]? {
            do { return try await inner.next() } catch is CancellationError { return nil }
        }
    }

    func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(inner: producer.makeAsyncIterator())
    }
}
