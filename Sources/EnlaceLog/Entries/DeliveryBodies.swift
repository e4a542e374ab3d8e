package import EnlaceModel

/// SENT: `16-byte message id, u32 attempt, SHA-256 of clear header, of envelope, of signed document`.
package struct SentBody: Sendable, Equatable {
    package let messageID: MessageID
    package let attempt: UInt32
    package let clearHeader: SHA256Digest
    package let envelope: SHA256Digest
    package let content: SHA256Digest

    package init(
        messageID: MessageID, attempt: UInt32, clearHeader: SHA256Digest, envelope: SHA256Digest,
        content: SHA256Digest
    ) {
        self.messageID = messageID
        self.attempt = attempt
        self.clearHeader = clearHeader
        self.envelope = envelope
        self.content = content
    }

    func write(to writer: inout ByteWriter) {
        writer.fixed(messageID.bytes)
        writer.integer(attempt)
        for digest in [clearHeader, envelope, content] { writer.fixed(digest.bytes) }
    }

    init(from reader: inout ByteReader) throws(ModelError) {
        messageID = try MessageID(bytes: reader.fixed(MessageID.byteCount))
        attempt = try reader.integer()
        clearHeader = try reader.digest()
        envelope = try reader.digest()
        content = try reader.digest()
    }
}

/// RECEIVED: `u64 index of the SENT entry, 16-byte message id, the three hashes`, the last computed
/// by the receiver after opening.
package struct ReceivedBody: Sendable, Equatable {
    package let sentIndex: UInt64
    package let messageID: MessageID
    package let clearHeader: SHA256Digest
    package let envelope: SHA256Digest
    package let content: SHA256Digest

    package init(
        sentIndex: UInt64, messageID: MessageID, clearHeader: SHA256Digest, envelope: SHA256Digest,
        content: SHA256Digest
    ) {
        self.sentIndex = sentIndex
        self.messageID = messageID
        self.clearHeader = clearHeader
        self.envelope = envelope
        self.content = content
    }

    func write(to writer: inout ByteWriter) {
        writer.integer(sentIndex)
        writer.fixed(messageID.bytes)
        for digest in [clearHeader, envelope, content] { writer.fixed(digest.bytes) }
    }

    init(from reader: inout ByteReader) throws(ModelError) {
        sentIndex = try reader.integer()
        messageID = try MessageID(bytes: reader.fixed(MessageID.byteCount))
        clearHeader = try reader.digest()
        envelope = try reader.digest()
        content = try reader.digest()
    }
}

/// REJECTED: `u64 index of the SENT entry, 16-byte message id, SHA-256 of clear header, of envelope,
/// string reason code, u8 finality (1 final, 2 retryable)`.
package struct RejectedBody: Sendable, Equatable {
    package let sentIndex: UInt64
    package let messageID: MessageID
    package let clearHeader: SHA256Digest
    package let envelope: SHA256Digest
    /// The raw value of an `ErrorCode`; a code unknown here is kept as it came.
    package let reason: String
    package let isRetryable: Bool

    package init(
        sentIndex: UInt64, messageID: MessageID, clearHeader: SHA256Digest, envelope: SHA256Digest,
        reason: ErrorCode, isRetryable: Bool
    ) {
        self.sentIndex = sentIndex
        self.messageID = messageID
        self.clearHeader = clearHeader
        self.envelope = envelope
        self.reason = reason.rawValue
        self.isRetryable = isRetryable
    }

    func write(to writer: inout ByteWriter) {
        writer.integer(sentIndex)
        writer.fixed(messageID.bytes)
        for digest in [clearHeader, envelope] { writer.fixed(digest.bytes) }
        writer.string(reason)
        writer.integer(UInt8(isRetryable ? 2 : 1))
    }

    init(from reader: inout ByteReader) throws(ModelError) {
        sentIndex = try reader.integer()
        messageID = try MessageID(bytes: reader.fixed(MessageID.byteCount))
        clearHeader = try reader.digest()
        envelope = try reader.digest()
        reason = try reader.string()
        let finality = try reader.integer(UInt8.self)
        guard finality == 1 || finality == 2 else {
            throw ModelError(.logEntryMalformed, object: "finality")
        }
        isRetryable = finality == 2
    }
}

/// READ: `u64 index of the SENT entry, 16-byte message id, SHA-256 of signed document`.
package struct ReadBody: Sendable, Equatable {
    package let sentIndex: UInt64
    package let messageID: MessageID
    package let content: SHA256Digest

    package init(sentIndex: UInt64, messageID: MessageID, content: SHA256Digest) {
        self.sentIndex = sentIndex
        self.messageID = messageID
        self.content = content
    }

    func write(to writer: inout ByteWriter) {
        writer.integer(sentIndex)
        writer.fixed(messageID.bytes)
        writer.fixed(content.bytes)
    }

    init(from reader: inout ByteReader) throws(ModelError) {
        sentIndex = try reader.integer()
        messageID = try MessageID(bytes: reader.fixed(MessageID.byteCount))
        content = try reader.digest()
    }
}

extension ByteReader {
    mutating func digest() throws(ModelError) -> SHA256Digest {
        try SHA256Digest(bytes: fixed(SHA256Digest.byteCount))
    }
}
