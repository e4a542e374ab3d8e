import EnlaceTestSupport
import Testing

/// Fails the test when something does not come about.
func expectEventually(
    _ comment: Comment, at place: SourceLocation = #_sourceLocation,
    _ condition: () async throws -> Bool
) async throws {
    guard try await !eventually(condition) else { return }
    Issue.record(comment, sourceLocation: place)
}
