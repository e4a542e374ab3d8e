/// What a verifier demands of revocation lists. A list that is there is always obeyed.
package enum RevocationPolicy: Sendable, Hashable {
    /// Each issuer in the chain below the pinned one, and that one itself, needs a list that is not
    /// older than its promised successor plus this grace.
    case required(grace: Duration)
    /// A list may be missing or old: for showing certificates, and for the first contact.
    case ifPresent

    /// A day, so that a list that comes late does not stop two countries' traffic at once.
    package static let standard = RevocationPolicy.required(grace: .seconds(86_400))
}
