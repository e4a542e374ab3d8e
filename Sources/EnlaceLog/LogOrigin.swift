package import EnlaceModel

/// The name of one log, which is also the name of its key in signed notes (C2SP tlog-checkpoint,
/// "origin"): `enlace-<environment>/<owner>/<peer>/<incarnation>` for a channel and
/// `enlace-<environment>/<owner>/local/<n>` for what happens inside a node.
package struct LogOrigin: Hashable, Sendable, CustomStringConvertible {
    package enum Scope: Hashable, Sendable {
        case channel(peer: NodeID)
        case local
    }

    package let environment: RunEnvironment
    package let owner: NodeID
    package let scope: Scope
    /// Counts from 1; a new one begins when a log could not be continued.
    package let incarnation: UInt32

    package init(
        environment: RunEnvironment, owner: NodeID, scope: Scope, incarnation: UInt32 = 1
    ) {
        self.environment = environment
        self.owner = owner
        self.scope = scope
        self.incarnation = incarnation
    }

    package init(_ text: String) throws(LogError) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 4,
            let environment = RunEnvironment.allCases.first(where: { Self.prefix($0) == parts[0] }),
            let owner = try? NodeID(parts[1]), let incarnation = UInt32(parts[3]), incarnation > 0
        else { throw LogError(.logUnknown, object: VisibleText.make(text)) }
        let scope: Scope
        if parts[2] == "local" {
            scope = .local
        } else if let peer = try? NodeID(parts[2]) {
            scope = .channel(peer: peer)
        } else {
            throw LogError(.logUnknown, object: VisibleText.make(text))
        }
        self.init(environment: environment, owner: owner, scope: scope, incarnation: incarnation)
        guard self.text == text else { throw LogError(.logUnknown, object: VisibleText.make(text)) }
    }

    package var text: String {
        let middle =
            switch scope {
            case .channel(let peer): peer.text
            case .local: "local"
            }
        return "\(Self.prefix(environment))/\(owner.text)/\(middle)/\(incarnation)"
    }

    package var description: String { text }

    private static func prefix(_ environment: RunEnvironment) -> String {
        "enlace-\(environment.rawValue.lowercased())"
    }
}
