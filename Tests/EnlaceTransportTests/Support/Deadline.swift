import Testing

/// A test ran out of time.
struct DeadlinePassed: Error {}

/// Runs a test against the clock: it ends by itself, or here.
@discardableResult
func within<Result: Sendable>(
    _ time: Duration = .seconds(30), _ body: @escaping @Sendable () async throws -> Result
) async throws -> Result {
    try await withThrowingTaskGroup(of: Result.self) { group in
        group.addTask { try await body() }
        group.addTask {
            try await Task.sleep(for: time)
            throw DeadlinePassed()
        }
        defer { group.cancelAll() }
        return try #require(try await group.next())
    }
}

/// Runs a service beside a test and stops it behind it. The service must end by itself, without
/// error, when it is cancelled.
@discardableResult
func beside<Result: Sendable>(
    _ service: @escaping @Sendable () async throws -> Void,
    _ test: @escaping @Sendable () async throws -> Result
) async throws -> Result {
    try await within {
        try await withThrowingTaskGroup(of: Result?.self) { group in
            group.addTask {
                try await service()
                return nil
            }
            group.addTask { try await test() }
            var found: Result?
            while let next = try await group.next() {
                guard let next else { continue }
                found = next
                group.cancelAll()
            }
            return try #require(found)
        }
    }
}
