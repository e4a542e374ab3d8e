import EnlaceLog
import EnlaceModel
import EnlaceStore
import EnlaceWire

/// Judges what a peer says about the own channel log: the head that it holds, and its cosignatures.
struct OwnCheckpoints {
    let context: BrokerContext
    let peer: PeerTrust
    let state: SessionState

    private var log: LogOrigin { context.channelLog(to: peer.node) }

    /// The own log up to the head that the peer holds; only behind this may the log be signed.
    ///
    /// Throws `LOG_ROLLED_BACK` when the peer holds more than was ever signed here by this lock
    /// record, which means that this node has lost part of its log, and `LOG_INCONSISTENT` when the
    /// peer holds another history.
    func edge(heldByPeer held: StatedHead) async throws -> TreeEdge {
        do {
            let edge = try await beginning(held)
            await context.logs.confirm(log)
            return edge
        } catch {
            await context.logs.withhold(log)
            throw error
        }
    }

    private func beginning(_ held: StatedHead) async throws -> TreeEdge {
        guard held.size > 0 else { return TreeEdge() }
        let signed = await context.logs.signedHead(of: log)?.size ?? 0
        guard held.size <= signed else {
            throw BrokerError(
                .logRolledBack, object: log.text,
                context: ["stored": "\(signed)", "lock": "\(held.size)"])
        }
        let edge = try await context.logs.edge(of: log, at: held.size)
        guard edge.root(hasher: context.hasher) == held.root else {
            throw BrokerError(
                .logInconsistent, object: log.text, context: ["size": "\(held.size)"])
        }
        state.remember(TreeHead(edge, hasher: context.hasher))
        state.peerHolds(held.size)
        return edge
    }

    /// A cosignature that holds, with the checkpoint of ours that it is on; nil for one on a size already surpassed.
    ///
    /// Throws `LOG_BAD_SIGNATURE` for a wrong line and for a size that was never signed.
    func cosignature(
        _ stated: UnverifiedBatch.StatedCosignature
    ) async throws -> (CosignatureRecord, CheckpointRecord)? {
        let signed = await context.logs.signedHead(of: log)?.size ?? 0
        guard stated.size <= signed, stated.size > 0 else {
            throw BrokerError(
                .logBadSignature, object: log.text, context: ["size": "\(stated.size)"])
        }
        guard stated.size >= state.cosignedSize else { return nil }
        let root = try await root(at: stated.size)
        let head = TreeHead(size: stated.size, root: root)
        let line = try NoteSignature(line: Array(stated.line.utf8))
        let key = try NoteVerifier(
            name: log.text, publicKey: peer.logKey, hasher: context.hasher)
        let verifier = CheckpointVerifier(
            logKey: key, witnesses: [peer.witness], primitives: .product)
        _ = try verifier.cosignature(line, on: Checkpoint(origin: log, head: head))
        return (
            CosignatureRecord(size: stated.size, line: stated.line),
            try await context.logs.note(of: head, of: log)
        )
    }

    private func root(at size: UInt64) async throws -> SHA256Digest {
        if let root = state.rememberedRoot(at: size) { return root }
        return try await context.logs.edge(of: log, at: size).root(hasher: context.hasher)
    }
}
