import EnlaceFiles
package import EnlaceModel

/// An officer's profile: where their node is, whom it is vouched for by, and where their keys lie.
///
/// One JSON object in a file of mode 0600, `~/.config/enlace/NAME.json`; relative paths in it count
/// from its folder. What belongs to it (outbox, checkpoints seen) lies beside it in `NAME.d`.
package struct Profile: Sendable, Equatable {
    package static let format = "enlace-profile/1"
    /// The largest profile file.
    package static let bytesMax = 65_536

    package var officer: OfficerID
    /// `host:port` of the node's client port.
    package var address: String
    /// Certificates (PEM) of the authorities that the node's certificate must chain to.
    package var authorities: [String]
    package var clientCertificate: String
    package var clientKey: String
    package var signingCertificate: String
    package var signingKey: String
    package var language: Language
    /// An IANA time zone such as `America/Mexico_City`, shown beside UTC.
    package var zone: String

    package init(
        officer: OfficerID, address: String, authorities: [String], clientCertificate: String,
        clientKey: String, signingCertificate: String, signingKey: String, language: Language,
        zone: String
    ) {
        self.officer = officer
        self.address = address
        self.authorities = authorities
        self.clientCertificate = clientCertificate
        self.clientKey = clientKey
        self.signingCertificate = signingCertificate
        self.signingKey = signingKey
        self.language = language
        self.zone = zone
    }
}
