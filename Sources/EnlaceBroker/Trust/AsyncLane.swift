/// Lets one change after the other run, each to its end, although they wait in between.
///
/// An actor alone would let the second start while the first waits for the store.
actor AsyncLane {
    private var isTaken = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    func run<Value: Sendable>(_ change: @Sendable () async throws -> Value) async rethrows -> Value
    {
        await enter()
        defer { leave() }
        return try await change()
    }

    private func enter() async {
        guard isTaken else {
            isTaken = true
            return
        }
        await withCheckedContinuation { waiting.append($0) }
    }

    private func leave() {
        if waiting.isEmpty {
            isTaken = false
        } else {
            waiting.removeFirst().resume()
        }
    }
}
