package import EnlaceCrypto
package import EnlaceModel

/// What an officer handed in: the shape of a signed document, and who brought it. Nothing in it is
/// believed yet.
package struct SubmittedDocument: Sendable {
    package let submitter: OfficerID
    package let signed: UnverifiedSignedDocument
}

/// The stage from bytes of a session with an officer to a submitted document.
package enum Submission {
    /// Throws `DOCUMENT_TOO_LARGE`, `SIGNED_DOCUMENT_MALFORMED` or `SIGNER_SET_INVALID`.
    package static func receive(
        _ bytes: [UInt8], from submitter: OfficerID
    ) throws(CryptoError) -> SubmittedDocument {
        SubmittedDocument(submitter: submitter, signed: try UnverifiedSignedDocument(bytes))
    }
}
