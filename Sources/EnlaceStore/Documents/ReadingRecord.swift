package import EnlaceModel

/// One reading of a document by a person, with what they stated before it was shown.
package struct ReadingRecord: Sendable, Equatable {
    package let identity: DocumentIdentity
    package let officer: OfficerID
    package let at: Timestamp
    /// A code of the list of purposes.
    package let purpose: String
    /// The need-to-know statement, in the officer's words; at most 500 characters.
    package let reason: String

    package init(
        identity: DocumentIdentity, officer: OfficerID, at: Timestamp, purpose: String,
        reason: String
    ) {
        self.identity = identity
        self.officer = officer
        self.at = at
        self.purpose = purpose
        self.reason = reason
    }
}
