import EnlaceModel
import Glibc

/// Times for people: UTC as everywhere, and beside it the time on the clock of their zone.
struct LocalClock: Sendable {
    /// Shows UTC alone.
    static let utc = LocalClock()

    private let hasZone: Bool

    private init() { hasZone = false }

    /// - Parameter zone: an IANA name such as `America/Mexico_City`. One that this machine does not
    ///   know counts as UTC. Becomes the zone of the whole process, and is chosen before it has a
    ///   second thread.
    init(zone: String) {
        unsafe setenv("TZ", zone, 1)
        tzset()
        hasZone = true
    }

    /// `2026-11-23T22:05:00.855Z`, and in another zone `2026-11-23T22:05:00.855Z (16:05 -0600)`; with
    /// the day where it is another one.
    func text(milliseconds: UInt64) -> String {
        let text = ItemRendering.text(milliseconds: milliseconds)
        guard hasZone, !text.isEmpty, let local = Self.local(milliseconds, text) else {
            return text
        }
        return "\(text) (\(local))"
    }

    private static func local(_ milliseconds: UInt64, _ utc: String) -> String? {
        var seconds = time_t(milliseconds / 1000)
        var parts = unsafe tm()
        guard unsafe localtime_r(&seconds, &parts) != nil, unsafe parts.tm_gmtoff != 0 else {
            return nil
        }
        let minutes = unsafe parts.tm_gmtoff / 60
        let day = unsafe [
            String(parts.tm_year + 1900), two(Int(parts.tm_mon) + 1), two(Int(parts.tm_mday)),
        ].joined(separator: "-")
        let hour = unsafe "\(two(Int(parts.tm_hour))):\(two(Int(parts.tm_min)))"
        let offset =
            "\(minutes < 0 ? "-" : "+")\(two(abs(minutes) / 60))\(two(abs(minutes) % 60))"
        return utc.hasPrefix(day) ? "\(hour) \(offset)" : "\(day) \(hour) \(offset)"
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
