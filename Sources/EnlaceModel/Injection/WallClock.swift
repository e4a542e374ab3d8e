/// Where the time of day comes from; injected everywhere, so that tests decide it.
package protocol WallClock: Sendable {
    func now() -> Timestamp
}
