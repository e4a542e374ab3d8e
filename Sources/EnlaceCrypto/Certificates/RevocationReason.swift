/// Why a certificate was revoked (RFC 5280 section 5.3.1), as far as this product uses it.
package enum RevocationReason: String, Sendable, CaseIterable {
    case unspecified
    case keyCompromise
    case affiliationChanged
    case superseded
    case cessationOfOperation

    /// The number of the standard.
    var number: Int {
        switch self {
        case .unspecified: 0
        case .keyCompromise: 1
        case .affiliationChanged: 3
        case .superseded: 4
        case .cessationOfOperation: 5
        }
    }
}
