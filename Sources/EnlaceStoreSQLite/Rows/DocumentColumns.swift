import EnlaceModel
import EnlaceStore
import GRDB

/// The columns of a document, in the order in which rows are read; the first is its place.
enum DocumentColumns {
    private static let all = [
        "id", "origin", "message_id", "thread_id", "reply_origin", "reply_id",
        "superseded_origin", "superseded_id", "reference", "schema", "author",
        "author_certificate", "releaser", "recipients", "named_officers", "urgency",
        "traffic_light", "drafted_at", "expires_at", "content", "stored_at", "epoch",
        "wrapped_key", "nonce", "ciphertext",
    ]

    static let count = all.count
    static let select = "SELECT \(all.joined(separator: ", ")) FROM documents"

    static func names(of table: String) -> String {
        all.map { "\(table).\($0)" }.joined(separator: ", ")
    }
}

extension DocumentRecord {
    init(_ row: StoredRow) throws(StoreError) {
        guard let octet = UInt8(exactly: try row.integer(15)), let urgency = Urgency(octet: octet)
        else { throw row.damaged(15) }
        self.init(
            identity: try row.identity(1, 2), threadID: try row.messageID(3),
            inReplyTo: try row.identityIfAny(4, 5), supersedes: try row.identityIfAny(6, 7),
            reference: try row.make(8, DocumentReference.init),
            schema: try row.make(9, SchemaVersion.init), author: try row.officer(10),
            authorCertificate: try row.digest(11),
            releaser: try row.isNull(12) ? nil : try row.officer(12),
            recipients: try row.names(13, NodeID.init),
            namedOfficers: try row.names(14, OfficerID.init), urgency: urgency,
            trafficLight: try row.code(16), draftedAt: try row.time(17),
            expiresAt: try row.time(18), content: try row.digest(19), storedAt: try row.time(20),
            protected: try ProtectedBytes(row, from: 21))
    }

    /// All but the place, which the database gives.
    func columns(isOwn: Bool, isOncePerTarget: Bool) throws(StoreError) -> StatementArguments {
        [
            identity.origin.text, identity.messageID.blob, isOwn ? 1 : 0, isOncePerTarget ? 1 : 0,
            threadID.blob, inReplyTo?.origin.text, inReplyTo?.messageID.blob,
            supersedes?.origin.text, supersedes?.messageID.blob, reference.text,
            schema.type.code, schema.text, author.text, authorCertificate.blob, releaser?.text,
            namesColumn(recipients.map(\.text)), namesColumn(namedOfficers.map(\.text)),
            Int64(urgency.octet), trafficLight.rawValue, try draftedAt.column(),
            try expiresAt.column(), content.blob, try storedAt.column(), Int64(protected.epoch),
            protected.wrappedKey.blob, protected.nonce.blob, protected.ciphertext.blob,
        ]
    }
}

extension ProtectedBytes {
    /// Reads epoch, wrapped key, nonce and ciphertext.
    init(_ row: StoredRow, from column: Int) throws(StoreError) {
        self.init(
            epoch: try row.small(column), wrappedKey: try row.bytes(column + 1),
            nonce: try row.bytes(column + 2), ciphertext: try row.bytes(column + 3))
    }
}

extension Database {
    func item(_ row: StoredRow) throws -> DocumentItem {
        let document = try DocumentRecord(row)
        return DocumentItem(
            document: document,
            deliveries: try deliveries(of: row.integer(0), document.identity))
    }
}
