package import EnlaceModel

/// One entry of a log (design §5). The layout is frozen: what is hashed can never change.
///
/// `u8 version = 1, u8 type, u64 index, u64 UTC ms, 16-byte salt`, then the fixed list of the
/// type; integers big-endian, strings `u16` length and ASCII, no optional fields, no trailing bytes.
/// An unknown version or type is opaque and still hashes.
package struct LogEntry: Sendable, Equatable {
    package static let version: UInt8 = 1
    /// The most bytes an entry may have.
    package static let bytesMax = 1024

    package let index: UInt64
    /// The owner's clock, which by itself proves nothing; cosignature times bracket it.
    package let time: Timestamp
    package let salt: [UInt8]
    package let body: EntryBody

    package init(index: UInt64, draft: EntryDraft) {
        self.index = index
        self.time = draft.time
        self.salt = draft.salt
        self.body = draft.body
    }

    package init(index: UInt64, time: Timestamp, salt: [UInt8], body: EntryBody) {
        self.index = index
        self.time = time
        self.salt = salt
        self.body = body
    }

    /// The bytes whose leaf hash stands in the tree.
    package var encoded: [UInt8] {
        if case .opaque(let bytes) = body { return bytes }
        var writer = ByteWriter()
        writer.integer(Self.version)
        writer.integer(body.typeOctet)
        writer.integer(index)
        writer.integer(time.milliseconds)
        writer.fixed(salt)
        body.write(to: &writer)
        return writer.bytes
    }

    /// Reads an entry that is to stand at `index`; one that claims another index is refused with
    /// `LOG_GAP`, everything else that is wrong with `LOG_ENTRY_MALFORMED`.
    package init(_ bytes: [UInt8], at index: UInt64) throws(LogError) {
        guard bytes.count <= Self.bytesMax else {
            throw LogError(.logEntryMalformed, object: "entry \(index)", context: ["cause": "size"])
        }
        do {
            self = try Self.decode(bytes, at: index)
        } catch {
            throw LogError(
                error.code == .logGap ? .logGap : .logEntryMalformed, object: "entry \(index)",
                context: ["cause": error.code.rawValue])
        }
    }

    private static func decode(_ bytes: [UInt8], at index: UInt64) throws(ModelError) -> LogEntry {
        var reader = ByteReader(bytes)
        let version = try reader.integer(UInt8.self)
        let type = try reader.integer(UInt8.self)
        guard try reader.integer(UInt64.self) == index else {
            throw ModelError(.logGap, object: "entry \(index)")
        }
        let time = Timestamp(milliseconds: try reader.integer())
        let salt = Array(try reader.fixed(EntryDraft.saltByteCount))
        guard version == Self.version, let body = try EntryBody(type: type, from: &reader) else {
            return LogEntry(index: index, time: time, salt: salt, body: .opaque(bytes))
        }
        try reader.end()
        return LogEntry(index: index, time: time, salt: salt, body: body)
    }
}
