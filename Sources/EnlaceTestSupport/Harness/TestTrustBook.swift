package import EnlaceBroker
import EnlaceCrypto
import EnlaceLog
package import EnlaceModel
import Synchronization

/// A trust book whose contents the test decides.
package final class TestTrustBook: TrustBook {
    private struct State {
        var peers: [NodeID: PeerTrust] = [:]
        var signers: [SHA256Digest: TrustedSigner] = [:]
        var directory: PublishedDirectory?
        var pending: [NodeID: [[UInt8]: PeerTrust]] = [:]
    }

    package let ownKeys: NodeKeys
    private let state = Mutex(State())

    package init(ownKeys: NodeKeys) {
        self.ownKeys = ownKeys
    }

    package var ownDirectory: PublishedDirectory? { state.withLock { $0.directory } }

    package var peers: [PeerTrust] {
        state.withLock { $0.peers.values.sorted { $0.node < $1.node } }
    }

    package func peer(_ node: NodeID) -> PeerTrust? { state.withLock { $0.peers[node] } }

    package func ownSigner(_ certificate: SHA256Digest) -> TrustedSigner? {
        state.withLock { $0.signers[certificate] }
    }

    /// Puts in force what the test has prepared for exactly these bytes.
    package func accept(directory: [UInt8], from peer: NodeID) async throws {
        try state.withLock { state in
            guard let trust = state.pending[peer]?[directory] else {
                throw BrokerError(.directoryInvalid, object: peer.text)
            }
            state.peers[peer] = trust
        }
    }

    package func accept(card: [UInt8], from peer: NodeID) async throws {
        throw BrokerError(.cardInvalid, object: peer.text)
    }

    package func approve(_ peer: PeerTrust) { state.withLock { $0.peers[peer.node] = peer } }

    package func remove(_ peer: NodeID) { state.withLock { $0.peers[peer] = nil } }

    /// Adds or changes an own person.
    package func enrol(
        _ person: TestPerson, roles: Set<Role> = [.officer], refusal: ErrorCode? = nil
    ) {
        let signer = TrustedSigner(
            officer: person.officer, certificate: person.certificate, roles: roles,
            refusal: refusal)
        state.withLock { $0.signers[person.certificate.fingerprint] = signer }
    }

    package func publish(_ directory: PublishedDirectory) {
        state.withLock { $0.directory = directory }
    }

    /// What is in force once the peer sends these bytes as its directory.
    package func expect(directory: [UInt8], meaning trust: PeerTrust) {
        state.withLock { $0.pending[trust.node, default: [:]][directory] = trust }
    }
}
