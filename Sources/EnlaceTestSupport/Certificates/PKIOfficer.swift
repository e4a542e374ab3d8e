package import EnlaceCrypto
package import EnlaceModel
package import EnlaceStore

/// A person with both certificates and keys.
package struct PKIOfficer: Sendable {
    package let officer: OfficerID
    package let roles: Set<Role>
    package let client: Credential
    package let signing: Credential
    let now: Timestamp

    /// Signs as the author.
    package func sign(_ content: [UInt8], at time: Timestamp? = nil) throws -> [UInt8] {
        try SignedDocument.sign(
            content: content, key: signing.key, certificate: signing.certificate, at: time ?? now
        ).derBytes
    }

    /// Adds this person's approval.
    package func approve(_ signed: [UInt8], at time: Timestamp? = nil) throws -> [UInt8] {
        try SignedDocument.approve(
            UnverifiedSignedDocument(signed), key: signing.key, certificate: signing.certificate,
            at: time ?? now
        ).derBytes
    }

    /// As the roster of the own node has this person.
    package func record(revokedAt: Timestamp? = nil) -> OfficerRecord {
        OfficerRecord(
            officer: officer, roles: roles, clientCertificate: client.certificate.derBytes,
            clientFingerprint: client.certificate.fingerprint,
            signingCertificate: signing.certificate.derBytes,
            signingFingerprint: signing.certificate.fingerprint, addedAt: now,
            revokedAt: revokedAt, statement: [])
    }
}
