extension Schema {
    static let logTables = [
        // Whose store this is; one row, written by creation.
        """
        CREATE TABLE store (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            node TEXT NOT NULL,
            environment TEXT NOT NULL,
            local_log TEXT NOT NULL,
            is_closed INTEGER NOT NULL CHECK (is_closed IN (0, 1))
        ) STRICT
        """,
        """
        CREATE TABLE logs (
            id INTEGER PRIMARY KEY,
            origin TEXT NOT NULL UNIQUE,
            is_own INTEGER NOT NULL CHECK (is_own IN (0, 1)),
            edge BLOB NOT NULL CHECK (length(edge) >= 8),
            cosignature_size INTEGER CHECK (cosignature_size >= 0),
            cosignature_line TEXT,
            CHECK ((cosignature_size IS NULL) = (cosignature_line IS NULL))
        ) STRICT
        """,
        """
        CREATE TABLE log_entries (
            log INTEGER NOT NULL REFERENCES logs (id),
            position INTEGER NOT NULL CHECK (position >= 0),
            bytes BLOB NOT NULL CHECK (length(bytes) BETWEEN 1 AND 1024),
            PRIMARY KEY (log, position)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE checkpoints (
            log INTEGER NOT NULL REFERENCES logs (id),
            size INTEGER NOT NULL CHECK (size >= 0),
            root BLOB NOT NULL CHECK (length(root) = 32),
            note BLOB NOT NULL,
            PRIMARY KEY (log, size)
        ) STRICT, WITHOUT ROWID
        """,
    ]
}
