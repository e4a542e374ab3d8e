import EnlaceLog
import EnlaceModel
import EnlaceStore
import GRDB

extension Database {
    func peers() throws -> [PeerRecord] {
        try rows(
            """
            SELECT node, is_approved, card_version, card, fingerprint, added_by, added_at,
                approved_by, approved_at
            FROM peers ORDER BY node
            """
        ) { row in
            PeerRecord(
                node: try row.node(0), isApproved: try row.integer(1) == 1,
                cardVersion: try row.small(2), card: try row.bytes(3),
                fingerprint: try row.digest(4), addedBy: try row.officer(5),
                addedAt: try row.time(6),
                approvedBy: try row.isNull(7) ? nil : try row.officer(7),
                approvedAt: try row.timeIfAny(8))
        }
    }

    func officers() throws -> [OfficerRecord] {
        try rows(
            """
            SELECT officer, roles, client_certificate, client_fingerprint, signing_certificate,
                signing_fingerprint, added_at, revoked_at, statement
            FROM officers ORDER BY officer
            """
        ) { row in
            OfficerRecord(
                officer: try row.officer(0),
                roles: Set(
                    try row.names(1) { name throws(StoreError) in
                        guard let role = Role(rawValue: name) else { throw row.damaged(1) }
                        return role
                    }),
                clientCertificate: try row.bytes(2), clientFingerprint: try row.digest(3),
                signingCertificate: try row.bytes(4), signingFingerprint: try row.digest(5),
                addedAt: try row.time(6), revokedAt: try row.timeIfAny(7),
                statement: try row.bytes(8))
        }
    }

    func proposals() throws -> [ProposalRecord] {
        try rows(
            """
            SELECT id, act, subject, statement, proposed_by, proposed_at
            FROM proposals ORDER BY proposed_at, id
            """
        ) { row in
            ProposalRecord(
                id: try row.messageID(0), act: try row.text(1), subject: try row.text(2),
                statement: try row.bytes(3), proposedBy: try row.officer(4),
                proposedAt: try row.time(5))
        }
    }

    /// The version given, or the newest.
    func directory(of node: NodeID, version: UInt32?) throws -> DirectoryRecord? {
        let last = Int64(version ?? .max)
        let first = Int64(version ?? 0)
        return try rows(
            """
            SELECT node, version, digest, bytes, recorded_at FROM directories
            WHERE node = ? AND version BETWEEN ? AND ? ORDER BY version DESC LIMIT 1
            """, [node.text, first, last]
        ) { row in
            DirectoryRecord(
                node: try row.node(0), version: try row.small(1), digest: try row.digest(2),
                bytes: try row.bytes(3), recordedAt: try row.time(4))
        }.first
    }
}
