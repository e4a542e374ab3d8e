package import EnlaceModel

/// The certificate that a signature claims to be made under: its issuer and serial number and its
/// SHA-256. Both have to fit the certificate that the verifier is given.
package struct SignerIdentifier: Hashable, Sendable {
    /// IssuerAndSerialNumber in DER (RFC 5652 section 10.2.4), as it stands in the message.
    package let issuerAndSerialBytes: [UInt8]
    /// SHA-256 over the certificate's DER, from the signed attribute signingCertificateV2.
    package let certificateDigest: SHA256Digest

    package init(issuerAndSerialBytes: [UInt8], certificateDigest: SHA256Digest) {
        self.issuerAndSerialBytes = issuerAndSerialBytes
        self.certificateDigest = certificateDigest
    }

    package init(_ certificate: Certificate) {
        self.init(
            issuerAndSerialBytes: certificate.issuerAndSerialBytes,
            certificateDigest: certificate.fingerprint)
    }
}
