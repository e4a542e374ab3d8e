package import EnlaceModel

/// A node whose card was added here, and whether a second administrator has approved it.
package struct PeerRecord: Sendable, Equatable {
    package var node: NodeID
    package var isApproved: Bool
    package var cardVersion: UInt32
    /// The card's exact signed bytes.
    package var card: [UInt8]
    /// SHA-256 of `card`.
    package var fingerprint: SHA256Digest
    package var addedBy: OfficerID
    package var addedAt: Timestamp
    package var approvedBy: OfficerID?
    package var approvedAt: Timestamp?

    package init(
        node: NodeID, isApproved: Bool, cardVersion: UInt32, card: [UInt8],
        fingerprint: SHA256Digest, addedBy: OfficerID, addedAt: Timestamp, approvedBy: OfficerID?,
        approvedAt: Timestamp?
    ) {
        self.node = node
        self.isApproved = isApproved
        self.cardVersion = cardVersion
        self.card = card
        self.fingerprint = fingerprint
        self.addedBy = addedBy
        self.addedAt = addedAt
        self.approvedBy = approvedBy
        self.approvedAt = approvedAt
    }
}
