package import EnlaceModel

/// KEYS: `u32 version of the card, SHA-256 of the card, u8 reason, u64 size and 32-byte root of the
/// last known head of the incarnation before (zero when there is none)`.
///
/// The card is the node's own statement of its keys, signed by its statement key (design §7).
package struct KeysBody: Sendable, Equatable {
    package enum Reason: UInt8, Sendable {
        case created = 1
        case rotated = 2
        case newIncarnation = 3
    }

    package let cardVersion: UInt32
    package let card: SHA256Digest
    package let reason: Reason
    package let previousHead: TreeHeadBody

    package init(
        cardVersion: UInt32, card: SHA256Digest, reason: Reason, previousHead: TreeHeadBody
    ) {
        self.cardVersion = cardVersion
        self.card = card
        self.reason = reason
        self.previousHead = previousHead
    }

    func write(to writer: inout ByteWriter) {
        writer.integer(cardVersion)
        writer.fixed(card.bytes)
        writer.integer(reason.rawValue)
        previousHead.write(to: &writer)
    }

    init(from reader: inout ByteReader) throws(ModelError) {
        cardVersion = try reader.integer()
        card = try reader.digest()
        guard let reason = Reason(rawValue: try reader.integer()) else {
            throw ModelError(.logEntryMalformed, object: "reason")
        }
        self.reason = reason
        previousHead = try TreeHeadBody(from: &reader)
    }
}

/// DIRECTORY: `u32 version, SHA-256 of the officer directory's signed bytes`.
package struct DirectoryBody: Sendable, Equatable {
    package let version: UInt32
    package let directory: SHA256Digest

    package init(version: UInt32, directory: SHA256Digest) {
        self.version = version
        self.directory = directory
    }

    func write(to writer: inout ByteWriter) {
        writer.integer(version)
        writer.fixed(directory.bytes)
    }

    init(from reader: inout ByteReader) throws(ModelError) {
        version = try reader.integer()
        directory = try reader.digest()
    }
}

/// LOCAL-ANCHOR and PEER-CHECKPOINT: `u64 size, 32-byte root`.
package struct TreeHeadBody: Sendable, Equatable {
    package let size: UInt64
    package let root: SHA256Digest

    package init(size: UInt64, root: SHA256Digest) {
        self.size = size
        self.root = root
    }

    func write(to writer: inout ByteWriter) {
        writer.integer(size)
        writer.fixed(root.bytes)
    }

    init(from reader: inout ByteReader) throws(ModelError) {
        size = try reader.integer()
        root = try reader.digest()
    }
}

/// A local event: `string event, string actor, 16-byte message id, 32-byte digest, string object,
/// string outcome`; what does not apply is empty or zero. Opaque names only, never a person's.
package struct LocalBody: Sendable, Equatable {
    /// The raw value of an `AuditEvent`.
    package let event: String
    /// An officer's identifier, or the component that acted.
    package let actor: String
    package let messageID: MessageID?
    package let digest: SHA256Digest?
    /// A node, an officer, a version, a purpose code: what the event is about.
    package let object: String
    /// `OK` or a stable code.
    package let outcome: String

    package init(
        event: AuditEvent, actor: String, messageID: MessageID? = nil,
        digest: SHA256Digest? = nil, object: String = "", outcome: String = "OK"
    ) {
        self.event = event.rawValue
        self.actor = Self.plain(actor)
        self.messageID = messageID
        self.digest = digest
        self.object = Self.plain(object)
        self.outcome = Self.plain(outcome)
    }

    /// The most characters of each text.
    package static let textCharactersMax = 192

    /// What is not printable ASCII stands as `?`: an entry that cannot be read again would be a gap
    /// in the evidence.
    private static func plain(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
        guard !isPlain || text.utf8.count > textCharactersMax else { return text }
        return String(
            text.unicodeScalars.prefix(textCharactersMax).map { scalar -> Character in
                (0x20..<0x7F).contains(scalar.value) ? Character(scalar) : "?"
            })
    }

    func write(to writer: inout ByteWriter) {
        writer.string(event)
        writer.string(actor)
        writer.fixed(messageID?.bytes ?? [UInt8](repeating: 0, count: MessageID.byteCount))
        writer.fixed(digest?.bytes ?? [UInt8](repeating: 0, count: SHA256Digest.byteCount))
        writer.string(object)
        writer.string(outcome)
    }

    init(from reader: inout ByteReader) throws(ModelError) {
        event = try reader.string()
        actor = try reader.string()
        let identifier = try reader.fixed(MessageID.byteCount)
        messageID = identifier.allSatisfy { $0 == 0 } ? nil : try MessageID(bytes: identifier)
        let hash = try reader.fixed(SHA256Digest.byteCount)
        digest = hash.allSatisfy { $0 == 0 } ? nil : try SHA256Digest(bytes: hash)
        object = try reader.string()
        outcome = try reader.string()
    }
}
