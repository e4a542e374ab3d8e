extension Schema {
    // The identifier of a row is its place in the order of storing. The ciphertext is the last
    // column, so that lists can skip it.
    static let documentTables = [
        """
        CREATE TABLE documents (
            id INTEGER PRIMARY KEY,
            origin TEXT NOT NULL,
            message_id BLOB NOT NULL CHECK (length(message_id) = 16),
            is_own INTEGER NOT NULL CHECK (is_own IN (0, 1)),
            is_once INTEGER NOT NULL CHECK (is_once IN (0, 1)),
            thread_id BLOB NOT NULL CHECK (length(thread_id) = 16),
            reply_origin TEXT,
            reply_id BLOB CHECK (length(reply_id) = 16),
            superseded_origin TEXT,
            superseded_id BLOB CHECK (length(superseded_id) = 16),
            reference TEXT NOT NULL,
            type TEXT NOT NULL,
            schema TEXT NOT NULL,
            author TEXT NOT NULL,
            author_certificate BLOB NOT NULL CHECK (length(author_certificate) = 32),
            releaser TEXT,
            recipients TEXT NOT NULL,
            named_officers TEXT NOT NULL,
            urgency INTEGER NOT NULL CHECK (urgency BETWEEN 1 AND 3),
            traffic_light TEXT NOT NULL,
            drafted_at INTEGER NOT NULL CHECK (drafted_at >= 0),
            expires_at INTEGER NOT NULL CHECK (expires_at >= 0),
            content BLOB NOT NULL CHECK (length(content) = 32),
            stored_at INTEGER NOT NULL CHECK (stored_at >= 0),
            epoch INTEGER NOT NULL CHECK (epoch >= 0),
            wrapped_key BLOB NOT NULL CHECK (length(wrapped_key) = 40),
            nonce BLOB NOT NULL CHECK (length(nonce) = 12),
            ciphertext BLOB NOT NULL,
            UNIQUE (message_id, origin),
            CHECK ((reply_origin IS NULL) = (reply_id IS NULL)),
            CHECK ((superseded_origin IS NULL) = (superseded_id IS NULL))
        ) STRICT
        """,
        "CREATE INDEX documents_by_side ON documents (is_own)",
        // The first document of a thread is found by its identifier, which is the thread's; so the
        // most frequent documents have one entry less at a random place.
        """
        CREATE INDEX documents_by_thread ON documents (thread_id) WHERE thread_id <> message_id
        """,
        "CREATE INDEX documents_by_reference ON documents (reference)",
        """
        CREATE INDEX documents_by_target ON documents (reply_id, reply_origin, type, origin)
        WHERE reply_id IS NOT NULL
        """,
        """
        CREATE UNIQUE INDEX documents_once_per_target
        ON documents (reply_id, reply_origin, type, origin)
        WHERE is_once = 1 AND reply_id IS NOT NULL
        """,
        """
        CREATE TABLE readings (
            id INTEGER PRIMARY KEY,
            document INTEGER NOT NULL REFERENCES documents (id),
            officer TEXT NOT NULL,
            at INTEGER NOT NULL CHECK (at >= 0),
            purpose TEXT NOT NULL,
            reason TEXT NOT NULL
        ) STRICT
        """,
        "CREATE INDEX readings_by_document ON readings (document)",
        """
        CREATE TABLE serials (
            year INTEGER PRIMARY KEY,
            last INTEGER NOT NULL CHECK (last BETWEEN 1 AND 999999)
        ) STRICT
        """,
    ]
}
