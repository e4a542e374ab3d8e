package import EnlaceModel

/// A person of this node. Certificates are DER.
package struct OfficerRecord: Sendable, Equatable {
    package var officer: OfficerID
    package var roles: Set<Role>
    package var clientCertificate: [UInt8]
    package var clientFingerprint: SHA256Digest
    package var signingCertificate: [UInt8]
    package var signingFingerprint: SHA256Digest
    package var addedAt: Timestamp
    package var revokedAt: Timestamp?
    /// The signed statement of both administrators; empty for those whom `init` named.
    package var statement: [UInt8]

    package init(
        officer: OfficerID, roles: Set<Role>, clientCertificate: [UInt8],
        clientFingerprint: SHA256Digest, signingCertificate: [UInt8],
        signingFingerprint: SHA256Digest, addedAt: Timestamp, revokedAt: Timestamp?,
        statement: [UInt8]
    ) {
        self.officer = officer
        self.roles = roles
        self.clientCertificate = clientCertificate
        self.clientFingerprint = clientFingerprint
        self.signingCertificate = signingCertificate
        self.signingFingerprint = signingFingerprint
        self.addedAt = addedAt
        self.revokedAt = revokedAt
        self.statement = statement
    }
}

/// An act of two persons that waits for the second.
package struct ProposalRecord: Sendable, Equatable {
    package let id: MessageID
    package let act: String
    /// The node or officer concerned.
    package let subject: String
    /// The statement as signed by the first person (CMS DER).
    package let statement: [UInt8]
    package let proposedBy: OfficerID
    package let proposedAt: Timestamp

    package init(
        id: MessageID, act: String, subject: String, statement: [UInt8], proposedBy: OfficerID,
        proposedAt: Timestamp
    ) {
        self.id = id
        self.act = act
        self.subject = subject
        self.statement = statement
        self.proposedBy = proposedBy
        self.proposedAt = proposedAt
    }
}

/// One version of a node's officer directory, with its exact signed bytes.
package struct DirectoryRecord: Sendable, Equatable {
    package let node: NodeID
    package let version: UInt32
    /// SHA-256 of `bytes`.
    package let digest: SHA256Digest
    package let bytes: [UInt8]
    package let recordedAt: Timestamp

    package init(
        node: NodeID, version: UInt32, digest: SHA256Digest, bytes: [UInt8], recordedAt: Timestamp
    ) {
        self.node = node
        self.version = version
        self.digest = digest
        self.bytes = bytes
        self.recordedAt = recordedAt
    }
}
