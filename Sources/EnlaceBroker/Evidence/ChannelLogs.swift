import EnlaceLog
import EnlaceModel
import EnlaceStore

/// Makes own logs, each with KEYS as entry 0. Making one signs nothing.
struct ChannelLogs {
    let context: BrokerContext

    /// The log's right edge; the log is made when it is absent.
    func ensure(_ origin: LogOrigin) async throws -> TreeEdge {
        if let log = try await context.store.log(origin) { return log.edge }
        let entry = Self.keys(
            context.trust.ownKeys, at: context.clock.now(), random: context.random,
            emptyRoot: context.hasher.emptyRoot)
        do {
            return try await context.store.createLog(origin, first: entry).edge
        } catch {
            // Another session may have made it in between.
            guard let log = try await context.store.log(origin) else { throw error }
            return log.edge
        }
    }

    /// The statement of the node's keys with which a log begins.
    static func keys(
        _ keys: NodeKeys, at time: Timestamp, random: any RandomSource, emptyRoot: SHA256Digest
    ) -> EntryDraft {
        EntryDraft(
            .keys(
                KeysBody(
                    cardVersion: keys.cardVersion, card: keys.cardDigest, reason: .created,
                    previousHead: TreeHeadBody(size: 0, root: emptyRoot))),
            at: time, random: random)
    }
}
