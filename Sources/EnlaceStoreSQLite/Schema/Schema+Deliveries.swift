extension Schema {
    // `peer` is the other node of a row: the recipient at the origin, the origin at the receiver.
    // Urgency and expiry are copies of the document's, which never change.
    static let deliveryTables = [
        """
        CREATE TABLE deliveries (
            document INTEGER NOT NULL REFERENCES documents (id),
            recipient TEXT NOT NULL,
            peer TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('QUEUED', 'SENT', 'RECEIVED', 'READ',
                'ACKNOWLEDGED', 'REJECTED', 'EXPIRED', 'WITHDRAWN')),
            urgency INTEGER NOT NULL CHECK (urgency BETWEEN 1 AND 3),
            expires_at INTEGER NOT NULL CHECK (expires_at >= 0),
            attempt INTEGER NOT NULL CHECK (attempt >= 0),
            sent_index INTEGER CHECK (sent_index >= 0),
            next_attempt_at INTEGER NOT NULL CHECK (next_attempt_at >= 0),
            queued_at INTEGER NOT NULL CHECK (queued_at >= 0),
            sent_at INTEGER CHECK (sent_at >= 0),
            received_at INTEGER CHECK (received_at >= 0),
            read_at INTEGER CHECK (read_at >= 0),
            acknowledged_at INTEGER CHECK (acknowledged_at >= 0),
            reason TEXT,
            receipt_log TEXT,
            receipt_index INTEGER CHECK (receipt_index >= 0),
            receipt_time INTEGER CHECK (receipt_time >= 0),
            PRIMARY KEY (document, recipient),
            CHECK ((receipt_log IS NULL) = (receipt_index IS NULL)),
            CHECK ((receipt_log IS NULL) = (receipt_time IS NULL)),
            CHECK (state <> 'SENT' OR sent_index IS NOT NULL),
            CHECK (state <> 'REJECTED' OR reason IS NOT NULL)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE INDEX deliveries_due
        ON deliveries (recipient, urgency DESC, queued_at, document, next_attempt_at)
        WHERE state = 'QUEUED'
        """,
        """
        CREATE INDEX deliveries_open ON deliveries (expires_at)
        WHERE state IN ('QUEUED', 'SENT')
        """,
        "CREATE INDEX deliveries_by_state ON deliveries (state, document, peer)",
        "CREATE INDEX deliveries_by_peer ON deliveries (peer, state, document)",
        """
        CREATE TABLE envelopes (
            peer TEXT NOT NULL,
            sent_index INTEGER NOT NULL CHECK (sent_index >= 0),
            clear_header BLOB NOT NULL,
            envelope BLOB NOT NULL,
            PRIMARY KEY (peer, sent_index)
        ) STRICT
        """,
        """
        CREATE TABLE held_effects (
            id INTEGER PRIMARY KEY,
            target_origin TEXT NOT NULL,
            target_id BLOB NOT NULL CHECK (length(target_id) = 16),
            recipient TEXT NOT NULL,
            state TEXT NOT NULL,
            at INTEGER NOT NULL CHECK (at >= 0)
        ) STRICT
        """,
        "CREATE INDEX held_effects_by_target ON held_effects (target_id, target_origin)",
    ]
}
