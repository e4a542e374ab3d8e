import EnlaceCrypto
package import EnlaceModel
import EnlaceWire
import Synchronization

/// What the roster or the peer list says about a certificate.
package enum PeerVerdict: Sendable {
    case node(NodeID)
    case officer(OfficerID)
    /// The peer gets the alert that fits the code.
    case refused(any CodedError)
}

/// Judges the certificates that the other side proved to hold: the leaf and the others it sent, in
/// DER. It runs on the event loop, inside the handshake, and must not wait.
package typealias PeerVerifier =
    @Sendable (_ leaf: [UInt8], _ chain: [[UInt8]]) -> PeerVerdict

/// Whom the certificate of one connection names; filled in by the handshake.
final class PeerIdentity: Sendable {
    /// Whom this connection may be with.
    enum Expectation: Sendable {
        case anyNode
        case node(NodeID)
        case anyOfficer

        func admits(_ name: CertificateName) -> ErrorCode? {
            switch (self, name) {
            case (.anyNode, .node), (.anyOfficer, .officer): nil
            case (.node(let expected), .node(let found)):
                expected == found ? nil : .certificateWrongName
            case (.anyNode, .officer), (.node, .officer), (.anyOfficer, .node):
                .certificateWrongUsage
            }
        }
    }

    private let expectation: Expectation
    private let verifier: PeerVerifier
    private let found = Mutex<CertificateName?>(nil)

    init(_ expectation: Expectation, verifier: @escaping PeerVerifier) {
        self.expectation = expectation
        self.verifier = verifier
    }

    var name: CertificateName? { found.withLock { $0 } }

    @Sendable func judge(leaf: [UInt8], chain: [[UInt8]]) -> TLSVerdict {
        let name: CertificateName
        switch verifier(leaf, chain) {
        case .node(let node): name = .node(node)
        case .officer(let officer): name = .officer(officer)
        case .refused(let error): return .refused(error)
        }
        if let code = expectation.admits(name) {
            return .refused(TransportError(code, object: name.description))
        }
        found.withLock { $0 = name }
        return .accepted
    }
}
