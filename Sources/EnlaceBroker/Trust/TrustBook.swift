package import EnlaceModel

/// Whom this node trusts and by which keys, decoded once and kept in memory; the stages ask it for
/// every document, so its answers cost no decoding and no input or output.
package protocol TrustBook: Sendable {
    /// The own node's keys and card.
    var ownKeys: NodeKeys { get }

    /// The newest version of the own officer directory; nil before the first is published.
    var ownDirectory: PublishedDirectory? { get }

    /// All approved peers.
    var peers: [PeerTrust] { get }

    /// An approved peer; nil for a node that is unknown or waits for its approval.
    func peer(_ node: NodeID) -> PeerTrust?

    /// A person of the own node by the SHA-256 of their signing certificate, revoked ones included.
    func ownSigner(_ certificate: SHA256Digest) -> TrustedSigner?

    /// Judges and keeps a directory that a peer sent; throws `DIRECTORY_INVALID` and keeps what was.
    func accept(directory: [UInt8], from peer: NodeID) async throws

    /// Judges and keeps a later card of a peer; throws `CARD_INVALID` or `CARD_OUTDATED`.
    func accept(card: [UInt8], from peer: NodeID) async throws
}
