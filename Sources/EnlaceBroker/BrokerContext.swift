import EnlaceCrypto
import EnlaceLog
package import EnlaceModel
package import EnlaceStore
package import Logging

/// What every stage and loop of the broker is given from outside.
package struct BrokerContext: Sendable {
    package let store: any Store
    package let trust: any TrustBook
    package let logs: LogKeeper
    package let dispatcher: Dispatcher
    package let clock: any WallClock
    package let random: any RandomSource
    package let pacemaker: any Pacemaker
    package let limits: BrokerLimits
    package let logger: Logger
    /// How many pieces of crypto run at the same time.
    package let width: Int

    /// Program and version, for the peer's administrator.
    package let software: String

    var node: NodeID { store.identity.node }
    var hasher: TreeHasher { LogPrimitives.product.hasher }

    /// The own channel log to a peer.
    func channelLog(to peer: NodeID) -> LogOrigin {
        LogOrigin(
            environment: store.identity.environment, owner: node, scope: .channel(peer: peer))
    }

    /// The peer's channel log to this node, as it is copied here.
    func copyLog(of peer: NodeID) -> LogOrigin {
        LogOrigin(
            environment: store.identity.environment, owner: peer, scope: .channel(peer: node))
    }

    func draft(_ body: EntryBody) -> EntryDraft {
        EntryDraft(body, at: clock.now(), random: random)
    }

    /// A local entry about something that happened now.
    func local(
        _ event: AuditEvent, actor: String, messageID: MessageID? = nil,
        digest: SHA256Digest? = nil, object: String = "", outcome: ErrorCode? = nil
    ) -> EntryDraft {
        draft(
            .local(
                LocalBody(
                    event: event, actor: actor, messageID: messageID, digest: digest,
                    object: object, outcome: outcome?.rawValue ?? "OK")))
    }
}
