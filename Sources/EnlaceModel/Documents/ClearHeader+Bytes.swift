extension ClearHeader {
    package var encoded: [UInt8] {
        var writer = ByteWriter()
        writer.integer(Self.version)
        writer.integer(environment.octet)
        writer.fixed(messageID.bytes)
        writer.fixed(threadID.bytes)
        writer.string(from.text)
        writer.string(to.text)
        writer.string(type.code)
        writer.integer(urgency.octet)
        writer.integer(draftedAt.milliseconds)
        writer.integer(expiresAt.milliseconds)
        writer.integer(attempt)
        writer.fixed(envelopeDigest.bytes)
        writer.integer(envelopeBytes)
        return writer.bytes
    }

    /// Reads exactly what `encoded` writes; anything else is `CLEAR_HEADER_MALFORMED`.
    package init(_ bytes: [UInt8]) throws(ModelError) {
        do {
            self = try Self.decode(bytes)
        } catch {
            throw ModelError(
                .clearHeaderMalformed, object: "clear header",
                context: ["cause": error.code.rawValue])
        }
    }

    private static func decode(_ bytes: [UInt8]) throws(ModelError) -> ClearHeader {
        var reader = ByteReader(bytes)
        guard try reader.integer(UInt8.self) == version,
            let environment = RunEnvironment(octet: try reader.integer())
        else { throw ModelError(.clearHeaderMalformed, object: "version") }
        let messageID = try MessageID(bytes: reader.fixed(MessageID.byteCount))
        let threadID = try MessageID(bytes: reader.fixed(MessageID.byteCount))
        let from = try NodeID(reader.string())
        let to = try NodeID(reader.string())
        let type = try DocumentType(reader.string())
        guard let urgency = Urgency(octet: try reader.integer()) else {
            throw ModelError(.clearHeaderMalformed, object: "urgency")
        }
        let header = ClearHeader(
            environment: environment, messageID: messageID, threadID: threadID, from: from, to: to,
            type: type, urgency: urgency,
            draftedAt: Timestamp(milliseconds: try reader.integer()),
            expiresAt: Timestamp(milliseconds: try reader.integer()),
            attempt: try reader.integer(),
            envelopeDigest: try SHA256Digest(bytes: reader.fixed(SHA256Digest.byteCount)),
            envelopeBytes: try reader.integer())
        try reader.end()
        guard header.draftedAt <= .max, header.expiresAt <= .max else {
            throw ModelError(.clearHeaderMalformed, object: "time")
        }
        return header
    }

    private init(
        environment: RunEnvironment, messageID: MessageID, threadID: MessageID, from: NodeID,
        to: NodeID, type: DocumentType, urgency: Urgency, draftedAt: Timestamp,
        expiresAt: Timestamp, attempt: UInt32, envelopeDigest: SHA256Digest, envelopeBytes: UInt64
    ) {
        self.environment = environment
        self.messageID = messageID
        self.threadID = threadID
        self.from = from
        self.to = to
        self.type = type
        self.urgency = urgency
        self.draftedAt = draftedAt
        self.expiresAt = expiresAt
        self.attempt = attempt
        self.envelopeDigest = envelopeDigest
        self.envelopeBytes = envelopeBytes
    }

    /// The members in which this header and the signed one differ; empty when they agree.
    ///
    /// `to` must be one of the signed recipients; envelope, attempt and size are not in the signed
    /// header and are checked against the bytes.
    package func contradictions(to signed: DocumentHeader) -> [String] {
        var names: [String] = []
        func compare(_ name: String, _ agrees: Bool) { if !agrees { names.append(name) } }
        compare("environment", environment == signed.environment)
        compare("messageId", messageID == signed.messageID)
        compare("threadId", threadID == signed.threadID)
        compare("from", from == signed.author.officer.node)
        compare("to", signed.recipients.contains(to))
        compare("type", type == signed.type)
        compare("urgency", urgency == signed.urgency)
        compare("draftedAt", draftedAt == signed.draftedAt)
        compare("expiresAt", expiresAt == signed.expiresAt)
        return names
    }
}
