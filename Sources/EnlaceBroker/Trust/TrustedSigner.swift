package import EnlaceCrypto
package import EnlaceModel

/// A person with a signing certificate that was decoded and judged once.
package struct TrustedSigner: Sendable {
    package let officer: OfficerID
    package let certificate: Certificate
    package let roles: Set<Role>
    /// Why signatures of this person are not accepted now, such as `SIGNER_REVOKED` or
    /// `CERTIFICATE_EXPIRED`; nil when they are.
    package let refusal: ErrorCode?

    package init(
        officer: OfficerID, certificate: Certificate, roles: Set<Role>, refusal: ErrorCode?
    ) {
        self.officer = officer
        self.certificate = certificate
        self.roles = roles
        self.refusal = refusal
    }
}
