import EnlaceCrypto
import EnlaceModel
import EnlaceTransport

/// Judges the certificate of the own node: for its place, under the authorities of the profile, and
/// of the node that the officer belongs to.
struct NodeTrust: Sendable {
    private let chains: ChainVerifier
    private let node: NodeID

    /// Revocation lists are the nodes' business: a person's machine has none that is kept fresh.
    init(authorities: [Certificate], node: NodeID) throws {
        chains = try ChainVerifier(anchors: authorities, policy: .ifPresent)
        self.node = node
    }

    /// Runs inside the handshake.
    @Sendable func verify(_ leaf: [UInt8], _ chain: [[UInt8]]) -> PeerVerdict {
        do throws(CryptoError) {
            let certificate = try Certificate(derBytes: leaf, object: node.text)
            let above = try chain.map { der throws(CryptoError) in
                try Certificate(derBytes: der, object: node.text)
            }
            _ = try chains.verify(
                certificate, as: .nodeTLS, name: .node(node), at: SystemClock().now(),
                intermediates: above)
            return .node(node)
        } catch {
            return .refused(error)
        }
    }
}
