package import EnlaceModel

/// How long to wait before the next try: doubling up to a limit, each wait between half of it and
/// all of it at random, so that nodes that lost each other together do not come back together.
package struct BackOff: Sendable {
    private let first: Duration
    private let limit: Duration
    private var current: Duration

    package init(first: Duration, limit: Duration) {
        self.first = first
        self.limit = limit
        current = first
    }

    /// The next wait.
    package mutating func next(random: any RandomSource) -> Duration {
        let whole = min(current, limit)
        current = min(current * 2, limit)
        let number = random.bytes(2).reduce(0) { $0 << 8 | Int($1) }
        return whole / 2 + whole / 2 * number / 65_535
    }

    /// Begins again at the first wait, after something went well.
    package mutating func reset() { current = first }
}
