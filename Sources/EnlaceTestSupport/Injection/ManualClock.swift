package import EnlaceModel
import Synchronization

/// A clock that stands still until a test moves it.
package final class ManualClock: WallClock {
    /// Where a clock starts unless told otherwise: 2026-11-23T12:00:00Z.
    package static let start = Timestamp(milliseconds: 1_795_435_200_000)

    private let moment: Mutex<Timestamp>

    package init(_ moment: Timestamp = ManualClock.start) {
        self.moment = Mutex(moment)
    }

    package func now() -> Timestamp { moment.withLock { $0 } }

    package func set(_ newer: Timestamp) { moment.withLock { $0 = newer } }

    package func advance(by duration: Duration) {
        moment.withLock { $0 = $0.advanced(by: duration) }
    }
}
