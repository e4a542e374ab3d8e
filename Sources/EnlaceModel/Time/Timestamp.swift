/// A moment in UTC, in whole milliseconds since 1970-01-01T00:00:00Z (leap seconds not counted).
package struct Timestamp: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// Milliseconds since 1970; never negative.
    package let milliseconds: UInt64

    package init(milliseconds: UInt64) {
        self.milliseconds = milliseconds
    }

    package static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.milliseconds < right.milliseconds
    }

    /// The moment this much later; a negative duration gives an earlier one, never before 1970.
    package func advanced(by duration: Duration) -> Timestamp {
        let parts = duration.components
        let delta = parts.seconds * 1000 + parts.attoseconds / 1_000_000_000_000_000
        return delta >= 0
            ? Timestamp(milliseconds: milliseconds &+ UInt64(delta))
            : Timestamp(milliseconds: milliseconds - min(milliseconds, UInt64(-delta)))
    }

    /// How long after `earlier` this is; negative when it is before.
    package func since(_ earlier: Timestamp) -> Duration {
        .milliseconds(Int64(milliseconds) - Int64(earlier.milliseconds))
    }

    package var description: String { text }
}
