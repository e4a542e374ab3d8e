/// A moment in UTC, in whole milliseconds since 1970-01-01T00:00:00Z (leap seconds not counted).
package struct Timestamp: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The last moment that RFC 3339 can write: 9999-12-31T23:59:59.999Z.
    package static let max = Timestamp(milliseconds: 253_402_300_799_999)

    /// Milliseconds since 1970; never negative. From outside it may be anything of 64 bits.
    package let milliseconds: UInt64

    package init(milliseconds: UInt64) {
        self.milliseconds = milliseconds
    }

    package static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.milliseconds < right.milliseconds
    }

    /// The moment this much later; a negative duration gives an earlier one, never before 1970 and
    /// never behind what 64 bits hold.
    package func advanced(by duration: Duration) -> Timestamp {
        let parts = duration.components
        let (scaled, overflow) = parts.seconds.multipliedReportingOverflow(by: 1000)
        guard !overflow else { return Timestamp(milliseconds: duration < .zero ? 0 : .max) }
        let delta = scaled + parts.attoseconds / 1_000_000_000_000_000
        guard delta >= 0 else {
            return Timestamp(milliseconds: milliseconds - min(milliseconds, delta.magnitude))
        }
        let (sum, isTooLarge) = milliseconds.addingReportingOverflow(delta.magnitude)
        return Timestamp(milliseconds: isTooLarge ? .max : sum)
    }

    /// How long after `earlier` this is; negative when it is before.
    package func since(_ earlier: Timestamp) -> Duration {
        // Clamped, so that a moment made up by a peer cannot stop the daemon.
        .milliseconds(Int64(clamping: milliseconds) - Int64(clamping: earlier.milliseconds))
    }

    package var description: String { text }
}
