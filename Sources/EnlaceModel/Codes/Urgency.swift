/// How soon the receiver must act (domain §1.1, after Directive (EU) 2023/977 article 5).
package enum Urgency: String, Sendable, CaseIterable, Comparable {
    case routine = "ROUTINE"
    case urgent = "URGENT"
    case immediate = "IMMEDIATE"

    /// The octet of binary formats; larger is more urgent.
    package var octet: UInt8 {
        switch self {
        case .routine: 1
        case .urgent: 2
        case .immediate: 3
        }
    }

    package init?(octet: UInt8) {
        guard let value = Self.allCases.first(where: { $0.octet == octet }) else { return nil }
        self = value
    }

    package static func < (left: Urgency, right: Urgency) -> Bool { left.octet < right.octet }
}
