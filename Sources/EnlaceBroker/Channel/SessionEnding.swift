import Synchronization

/// Carries the wish to end a session to it, also when the wish comes before the session has begun.
final class SessionEnding: Sendable {
    private struct State {
        var isRequested = false
        var stop: (@Sendable () -> Void)?
    }

    private let state = Mutex(State())

    @Sendable func request() {
        let stop = state.withLock { state in
            state.isRequested = true
            return state.stop
        }
        stop?()
    }

    func attach(_ stop: @escaping @Sendable () -> Void) {
        let isRequested = state.withLock { state in
            state.stop = stop
            return state.isRequested
        }
        if isRequested { stop() }
    }
}
