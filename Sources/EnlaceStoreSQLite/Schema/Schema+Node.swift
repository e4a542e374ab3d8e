extension Schema {
    static let nodeTables = [
        """
        CREATE TABLE peers (
            node TEXT PRIMARY KEY NOT NULL,
            is_approved INTEGER NOT NULL CHECK (is_approved IN (0, 1)),
            card_version INTEGER NOT NULL CHECK (card_version >= 0),
            card BLOB NOT NULL,
            fingerprint BLOB NOT NULL CHECK (length(fingerprint) = 32),
            added_by TEXT NOT NULL,
            added_at INTEGER NOT NULL CHECK (added_at >= 0),
            approved_by TEXT,
            approved_at INTEGER CHECK (approved_at >= 0)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE evidence (
            id INTEGER PRIMARY KEY,
            peer TEXT NOT NULL,
            code TEXT NOT NULL,
            frame BLOB NOT NULL,
            at INTEGER NOT NULL CHECK (at >= 0)
        ) STRICT
        """,
        """
        CREATE TABLE officers (
            officer TEXT PRIMARY KEY NOT NULL,
            roles TEXT NOT NULL,
            client_certificate BLOB NOT NULL,
            client_fingerprint BLOB NOT NULL UNIQUE CHECK (length(client_fingerprint) = 32),
            signing_certificate BLOB NOT NULL,
            signing_fingerprint BLOB NOT NULL UNIQUE CHECK (length(signing_fingerprint) = 32),
            added_at INTEGER NOT NULL CHECK (added_at >= 0),
            revoked_at INTEGER CHECK (revoked_at >= 0),
            statement BLOB NOT NULL
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE proposals (
            id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
            act TEXT NOT NULL,
            subject TEXT NOT NULL,
            statement BLOB NOT NULL,
            proposed_by TEXT NOT NULL,
            proposed_at INTEGER NOT NULL CHECK (proposed_at >= 0)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE directories (
            node TEXT NOT NULL,
            version INTEGER NOT NULL CHECK (version >= 0),
            digest BLOB NOT NULL CHECK (length(digest) = 32),
            bytes BLOB NOT NULL,
            recorded_at INTEGER NOT NULL CHECK (recorded_at >= 0),
            PRIMARY KEY (node, version)
        ) STRICT, WITHOUT ROWID
        """,
    ]
}
