import EnlaceBroker
import EnlaceCrypto
import EnlaceFiles
import EnlaceLog
import EnlaceModel
import EnlaceStore
import EnlaceStoreSQLite

/// Makes the next version of the own card, after certificates, authorities or addresses changed. The
/// peers get it when they connect next.
struct CardRenewal {
    let configuration: Configuration
    let clock: any WallClock
    let random: any RandomSource

    /// - Parameter previous: the statement key of the newest card, when that has been replaced.
    ///
    /// Throws `STORE_LOCKED` while the daemon runs, and `CARD_INVALID` when the former statement key
    /// is needed and absent.
    func run(previous: Credential?) async throws -> NodeCard {
        let data = configuration.data
        let files = NodeFiles(configuration: configuration)
        if let first = files.findings(at: clock.now(), isSetUp: true).first { throw first }
        let credentials = try files.load()
        let store = try SQLiteStore.open(at: data.store, hasher: LogPrimitives.product.hasher)
        do {
            let card = try make(credentials, after: NodeCard(NewestCard.read(data)), previous)
            let entry = EntryDraft(
                .local(
                    LocalBody(
                        event: .keysRotated, actor: "renew-card", digest: card.fingerprint,
                        object: "\(card.version)")), at: clock.now(), random: random)
            _ = try await store.append([entry], to: store.identity.localLog)
            try FileSystem.createDurably(
                card.bytes, at: data.card(card.version), mode: .publicFile)
            try await store.close()
            return card
        } catch {
            // The first error tells what happened; that closing failed too adds nothing.
            try? await store.close()
            throw error
        }
    }

    private func make(
        _ credentials: NodeCredentials, after held: NodeCard, _ previous: Credential?
    ) throws -> NodeCard {
        let content = try CardMaker(configuration: configuration, credentials: credentials)
            .content(version: held.version + 1, previous: held.fingerprint, at: clock.now())
        let card = try NodeCard(
            NodeCard.make(
                content, statement: credentials.statement, previous: previous, at: clock.now()))
        try card.check(at: clock.now())
        try card.checkSuccession(of: held)
        return card
    }
}
