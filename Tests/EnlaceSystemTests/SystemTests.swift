import EnlaceTestSupport
import Testing

/// Both programs as they are shipped: real processes, real sockets, real files. One test at a time,
/// for each wants both processors.
@Suite(.serialized) struct SystemTests {
    /// Runs a test with two nodes and removes both and all of theirs in every case.
    static func withPair(_ body: (NodePair) async throws -> Void) async throws {
        let pair = try await NodePair.make()
        do {
            try await body(pair)
        } catch {
            try? pair.remove()
            throw error
        }
        try pair.remove()
    }

    /// Asks again and again until the answer is yes; the test fails when time is over.
    static func eventually(
        within limit: Duration = .seconds(30), _ what: String,
        _ question: () async throws -> Bool
    ) async throws {
        let end = ContinuousClock.now + limit
        while try await !question() {
            try #require(ContinuousClock.now < end, "\(what) did not happen within \(limit)")
            await Program.pause(.milliseconds(20))
        }
    }
}
