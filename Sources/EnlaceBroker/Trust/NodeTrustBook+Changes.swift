import EnlaceCrypto
import EnlaceLog
package import EnlaceModel
import EnlaceStore

// What peers send, and what administrators decide. Each change is one after the other, the store
// first.
extension NodeTrustBook {
    package func accept(directory bytes: [UInt8], from peer: NodeID) async throws {
        let isNew = try await lane.run { [self] in
            guard let known = read({ $0.peers[peer] }), known.record.isApproved else {
                throw BrokerError(.peerNotApproved, object: peer.text)
            }
            let held = known.directory.map {
                PublishedDirectory(version: $0.version, digest: $0.digest, bytes: $0.bytes)
            }
            if held?.digest == SHA256.digest(bytes) { return false }
            let directory = try OfficerDirectory(
                bytes, node: peer, environment: ownKeys.environment,
                statement: known.card.statement)
            if let held { try directory.checkSuccession(of: held) }
            let record = DirectoryRecord(
                node: peer, version: directory.version, digest: directory.digest, bytes: bytes,
                recordedAt: clock.now())
            let entry = local(
                .directoryReceived, actor: peer.text, digest: directory.digest,
                object: "\(peer.text)/\(directory.version)")
            try await store.recordDirectory(record, localEntries: [entry])
            try put(KnownPeer(record: known.record, card: known.card, directory: directory))
            return true
        }
        if isNew { tell(.peer(peer)) }
    }

    package func accept(card bytes: [UInt8], from peer: NodeID) async throws {
        let isNew = try await lane.run { [self] in
            guard let known = read({ $0.peers[peer] }), known.record.isApproved else {
                throw BrokerError(.peerNotApproved, object: peer.text)
            }
            if known.card.fingerprint == SHA256.digest(bytes) { return false }
            let card = try NodeCard(bytes)
            try card.checkSuccession(of: known.card)
            try Self.judge(card, at: clock.now())
            var record = known.record
            record.cardVersion = card.version
            record.card = bytes
            record.fingerprint = card.fingerprint
            let entry = local(
                .peerChanged, actor: peer.text, digest: card.fingerprint,
                object: "\(peer.text)/\(card.version)")
            try await store.recordPeer(record, endingProposal: nil, localEntries: [entry])
            try put(KnownPeer(record: record, card: card, directory: known.directory))
            return true
        }
        if isNew { tell(.peer(peer)) }
    }

    private static func judge(_ card: NodeCard, at time: Timestamp) throws {
        do {
            try card.check(at: time)
        } catch let error as any CodedError {
            throw BrokerError(
                .cardInvalid, object: card.node.text, context: ["reason": error.code.rawValue])
        }
    }

    private func put(_ peer: KnownPeer) throws {
        let judgement =
            peer.record.isApproved ? try peer.judge(at: clock.now(), hasher: hasher) : nil
        write { state in
            state.peers[peer.card.node] = peer
            state.judgements[peer.card.node] = judgement
        }
    }

    /// Keeps a peer whose card has been checked; approved or not.
    func record(
        _ record: PeerRecord, card: NodeCard, endingProposal: MessageID?,
        localEntries: [EntryDraft]
    ) async throws {
        let directory = read { $0.peers[card.node]?.directory }
        try await store.recordPeer(
            record, endingProposal: endingProposal, localEntries: localEntries)
        try put(KnownPeer(record: record, card: card, directory: directory))
    }

    /// Signs and keeps the next version of the own directory, from the roster as it stands.
    func publishDirectory() async throws {
        let held = ownDirectory
        let now = clock.now()
        let content = DirectoryContent(
            node: ownKeys.node, environment: ownKeys.environment,
            version: (held?.version ?? 0) + 1, previous: held?.digest, issuedAt: now,
            officers: read { $0.roster.directoryOfficers },
            revocationLists: read { $0.revocationLists })
        let made = try OfficerDirectory.make(content, statement: credentials.statement, at: now)
        let record = DirectoryRecord(
            node: ownKeys.node, version: made.version, digest: made.digest, bytes: made.bytes,
            recordedAt: now)
        let entry = local(
            .directoryPublished, actor: ownKeys.node.text, digest: made.digest,
            object: "\(made.version)")
        try await store.recordDirectory(record, localEntries: [entry])
        write { $0.ownDirectory = made }
    }

    /// Publishes a version when the newest does not say what the roster and the revocation lists
    /// say now: after a crash between two changes, or with new lists at start.
    package func publishDirectoryIfOutdated() async throws {
        let isPublished = try await lane.run { [self] in
            guard try isDirectoryOutdated() else { return false }
            try await publishDirectory()
            return true
        }
        if isPublished { tell(.ownDirectory) }
    }

    /// Takes new revocation lists of the own authorities, all of them, and publishes them to the
    /// peers; the same lists again change nothing.
    ///
    /// Throws `REVOCATION_LIST_INVALID` and keeps what was.
    package func update(revocationLists lists: [[UInt8]]) async throws {
        guard lists != read({ $0.revocationLists }) else { return }
        let authorities = try PinnedAuthorities(
            issuers: credentials.officerIssuers, revocationLists: lists)
        let now = clock.now()
        write { state in
            state.revocationLists = lists
            state.ownAuthorities = authorities
            state.judgeOwn(at: now)
        }
        tell(.roster)
        try await publishDirectoryIfOutdated()
    }

    private func isDirectoryOutdated() throws -> Bool {
        guard let held = ownDirectory else { return true }
        let content = try DirectoryContent(UnverifiedSignedDocument(held.bytes).content)
        return content.officers != read { $0.roster.directoryOfficers }
            || content.revocationLists != read { $0.revocationLists }
    }

    func local(
        _ event: AuditEvent, actor: String, digest: SHA256Digest? = nil, object: String = "",
        outcome: ErrorCode? = nil
    ) -> EntryDraft {
        EntryDraft(
            .local(
                LocalBody(
                    event: event, actor: actor, digest: digest, object: object,
                    outcome: outcome?.rawValue ?? "OK")), at: clock.now(), random: random)
    }
}
