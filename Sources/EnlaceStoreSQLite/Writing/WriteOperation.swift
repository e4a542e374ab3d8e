import EnlaceStore

/// One operation that waits for its turn in a group.
struct WriteOperation: Sendable {
    /// About how many bytes of content it writes.
    let byteCount: Int
    /// Runs inside the transaction and gives what to do once the outcome of the commit is known:
    /// the error of the group, or nil.
    let run: @Sendable (inout WriteTransaction) -> Attempt
    /// Ends the operation without having run it.
    let refuse: @Sendable (StoreError) -> Void

    /// An operation that has run but is not yet committed.
    struct Attempt {
        let error: StoreError?
        let finish: (StoreError?) -> Void
    }

    init<Value: Sendable>(
        byteCount: Int, continuation: CheckedContinuation<Result<Value, StoreError>, Never>,
        _ body: @escaping @Sendable (inout WriteTransaction) throws -> Value
    ) {
        self.byteCount = byteCount
        refuse = { continuation.resume(returning: .failure($0)) }
        run = { transaction in
            let result: Result<Value, StoreError>
            do {
                result = .success(try transaction.inSavepoint(body))
            } catch {
                result = .failure(StoreError(database: error))
            }
            return Attempt(error: result.failure) { groupError in
                continuation.resume(returning: groupError.map { .failure($0) } ?? result)
            }
        }
    }
}

extension Result {
    fileprivate var failure: Failure? {
        if case .failure(let error) = self { error } else { nil }
    }
}
