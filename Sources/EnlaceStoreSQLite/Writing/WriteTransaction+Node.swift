import EnlaceLog
import EnlaceModel
import EnlaceStore
import GRDB

extension WriteTransaction {
    private func endProposal(_ id: MessageID?) throws {
        guard let id else { return }
        try db.run("DELETE FROM proposals WHERE id = ?", [id.blob])
        guard db.changesCount == 1 else { throw StoreError(.notFound, object: id.text) }
    }

    mutating func keep(
        _ peer: PeerRecord, endingProposal: MessageID?, localEntries: [EntryDraft]
    ) throws {
        try db.run(
            """
            INSERT INTO peers (node, is_approved, card_version, card, fingerprint, added_by,
                added_at, approved_by, approved_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (node) DO UPDATE SET is_approved = excluded.is_approved,
                card_version = excluded.card_version, card = excluded.card,
                fingerprint = excluded.fingerprint, added_by = excluded.added_by,
                added_at = excluded.added_at, approved_by = excluded.approved_by,
                approved_at = excluded.approved_at
            WHERE card_version <= excluded.card_version
            """,
            [
                peer.node.text, peer.isApproved ? 1 : 0, Int64(peer.cardVersion), peer.card.blob,
                peer.fingerprint.blob, peer.addedBy.text, try peer.addedAt.column(),
                peer.approvedBy?.text, try peer.approvedAt.column(),
            ])
        guard db.changesCount == 1 else {
            throw StoreError(.cardOutdated, object: peer.node.text)
        }
        try endProposal(endingProposal)
        try appendLocal(localEntries)
    }

    mutating func keepEvidence(
        against peer: NodeID, code: ErrorCode, frame: [UInt8], localEntries: [EntryDraft],
        at: Timestamp
    ) throws {
        try db.run(
            "INSERT INTO evidence (peer, code, frame, at) VALUES (?, ?, ?, ?)",
            [peer.text, code.rawValue, frame.blob, try at.column()])
        try appendLocal(localEntries)
    }

    mutating func keep(
        _ officer: OfficerRecord, endingProposal: MessageID?, localEntries: [EntryDraft]
    ) throws {
        do {
            try upsert(officer)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
            throw StoreError(.officerExists, object: officer.officer.text)
        }
        try endProposal(endingProposal)
        try appendLocal(localEntries)
    }

    private func upsert(_ officer: OfficerRecord) throws {
        try db.run(
            """
            INSERT INTO officers (officer, roles, client_certificate, client_fingerprint,
                signing_certificate, signing_fingerprint, added_at, revoked_at, statement)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (officer) DO UPDATE SET roles = excluded.roles,
                client_certificate = excluded.client_certificate,
                client_fingerprint = excluded.client_fingerprint,
                signing_certificate = excluded.signing_certificate,
                signing_fingerprint = excluded.signing_fingerprint,
                added_at = excluded.added_at, revoked_at = excluded.revoked_at,
                statement = excluded.statement
            """,
            [
                officer.officer.text, namesColumn(officer.roles.sorted().map(\.rawValue)),
                officer.clientCertificate.blob, officer.clientFingerprint.blob,
                officer.signingCertificate.blob, officer.signingFingerprint.blob,
                try officer.addedAt.column(), try officer.revokedAt.column(),
                officer.statement.blob,
            ])
    }

    mutating func keep(_ proposal: ProposalRecord, localEntries: [EntryDraft]) throws {
        try db.run(
            """
            INSERT INTO proposals (id, act, subject, statement, proposed_by, proposed_at)
            VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """,
            [
                proposal.id.blob, proposal.act, proposal.subject, proposal.statement.blob,
                proposal.proposedBy.text, try proposal.proposedAt.column(),
            ])
        if db.changesCount == 1 { return try appendLocal(localEntries) }
        guard try db.proposals().contains(proposal) else {
            throw StoreError(.conflict, object: proposal.id.text)
        }
    }

    mutating func keep(_ directory: DirectoryRecord, localEntries: [EntryDraft]) throws {
        try db.run(
            """
            INSERT INTO directories (node, version, digest, bytes, recorded_at)
            VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """,
            [
                directory.node.text, Int64(directory.version), directory.digest.blob,
                directory.bytes.blob, try directory.recordedAt.column(),
            ])
        if db.changesCount == 1 { return try appendLocal(localEntries) }
        let kept = try db.directory(of: directory.node, version: directory.version)
        guard kept?.digest == directory.digest else {
            throw StoreError(
                .conflict, object: directory.node.text,
                context: ["version": "\(directory.version)"])
        }
    }
}
