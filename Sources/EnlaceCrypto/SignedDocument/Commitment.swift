/// What a signer takes upon themselves (CAdES commitment-type-indication, EN 319 122-1 section
/// 5.2.3).
package enum Commitment: Hashable, Sendable, CaseIterable {
    /// The signer wrote the content: exactly one signer of a document.
    case origin
    /// The signer read the content and lets it go: at most one more signer, another person.
    case approval

    var objectIdentifier: [UInt8] {
        switch self {
        case .origin: ObjectIdentifiers.proofOfOrigin
        case .approval: ObjectIdentifiers.proofOfApproval
        }
    }
}
