import Synchronization

/// Counts the connections of one port, in total and by source.
final class ConnectionLedger: Sendable {
    private struct Counts {
        var total = 0
        var bySource: [String: Int] = [:]
    }

    private let totalMax: Int
    private let perSourceMax: Int
    private let counts = Mutex(Counts())

    init(totalMax: Int, perSourceMax: Int) {
        self.totalMax = totalMax
        self.perSourceMax = perSourceMax
    }

    var total: Int { counts.withLock { $0.total } }

    /// Counts a connection; false means that there is no room and nothing was counted.
    func enter(_ source: String) -> Bool {
        counts.withLock { counts in
            let same = counts.bySource[source, default: 0]
            guard counts.total < totalMax, same < perSourceMax else { return false }
            counts.total += 1
            counts.bySource[source] = same + 1
            return true
        }
    }

    /// Gives back what `enter` counted.
    func leave(_ source: String) {
        counts.withLock { counts in
            counts.total -= 1
            let rest = counts.bySource[source, default: 1] - 1
            counts.bySource[source] = rest == 0 ? nil : rest
        }
    }
}
