package import EnlaceModel

/// Whom a certificate names: a node or an officer, as a subject alternative name of kind URI
/// (RFC 5280 section 4.2.1.6).
///
/// The grammar is `enlace:node:<node>` and `enlace:officer:<node>/<opaque id>`, nothing else.
package enum CertificateName: Hashable, Sendable, CustomStringConvertible {
    case node(NodeID)
    case officer(OfficerID)

    /// What every name of ours starts with; other URIs in a certificate are none of our business.
    static let scheme = "enlace:"
    private static let nodePrefix = "enlace:node:"
    private static let officerPrefix = "enlace:officer:"

    package init(uri: String) throws(CryptoError) {
        do {
            if uri.hasPrefix(Self.nodePrefix) {
                self = .node(try NodeID(String(uri.dropFirst(Self.nodePrefix.count))))
            } else if uri.hasPrefix(Self.officerPrefix) {
                self = .officer(try OfficerID(String(uri.dropFirst(Self.officerPrefix.count))))
            } else {
                throw ModelError(.certificateWrongName, object: uri)
            }
        } catch {
            throw CryptoError(.certificateWrongName, object: VisibleText.make(uri))
        }
    }

    package var uri: String {
        switch self {
        case .node(let node): Self.nodePrefix + node.text
        case .officer(let officer): Self.officerPrefix + officer.text
        }
    }

    /// The node itself, or the one the officer belongs to.
    package var node: NodeID {
        switch self {
        case .node(let node): node
        case .officer(let officer): officer.node
        }
    }

    package var description: String { uri }
}
