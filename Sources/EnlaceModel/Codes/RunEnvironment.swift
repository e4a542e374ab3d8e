/// Whether the traffic is real. Nodes of different environments never talk to each other.
package enum RunEnvironment: String, Sendable, CaseIterable {
    case live = "LIVE"
    case exercise = "EXERCISE"
    case training = "TRAINING"

    /// The octet of binary formats.
    package var octet: UInt8 {
        switch self {
        case .live: 1
        case .exercise: 2
        case .training: 3
        }
    }

    package init?(octet: UInt8) {
        guard let value = Self.allCases.first(where: { $0.octet == octet }) else { return nil }
        self = value
    }
}
