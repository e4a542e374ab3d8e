/// A completed document: the exact bytes that the author signs, and what they say.
package struct SignableDocument: Sendable {
    package let header: DocumentHeader
    package let bytes: [UInt8]
}

extension DraftDocument {
    /// Splits the draft into header and body and adds what only the client knows.
    ///
    /// The bytes are compact JSON `{"header":{…},"body":{…}}`: the header's members in the order of
    /// `DocumentHeader.json`, the body's in the order of the draft. The draft's `humanRef` gives way
    /// to the reserved reference.
    ///
    /// - Throws: `EXPIRED` when the draft's own end has passed, or `DOCUMENT_INVALID` with details.
    package func complete(
        _ context: CompletionContext, language: Language = .english
    ) throws(ModelError) -> SignableDocument {
        let header = header(context)
        guard header.expiresAt > context.now else {
            throw ModelError(
                .expired, object: context.reference.text,
                context: ["expiresAt": header.expiresAt.text])
        }
        let group = context.recipients == nil ? json["group"] : nil
        var document = JSONObject()
        document["header"] = .object(header.json(group: group))
        document["body"] = .object(body)
        let bytes = JSONValue.object(document).encoded
        // The author's own node will make the same check; a mistake is cheaper to mend here.
        let checked = try UncheckedDocument(bytes).check(.author, language: language)
        return SignableDocument(header: checked.header, bytes: bytes)
    }

    private var body: JSONObject {
        let moved = Set(HeaderFields.draft.map(\.name))
        return JSONObject(json.members.filter { !moved.contains($0.name) })
    }

    private func header(_ context: CompletionContext) -> DocumentHeader {
        let inReplyTo = context.inReplyTo ?? inReplyTo
        let supersedes = DocumentIdentity(json: json["supersedes"])
        let target = inReplyTo ?? supersedes
        let threadID = target.map { context.threadID ?? $0.messageID } ?? context.messageID
        let handling = json.texts("handling")
        return DocumentHeader(
            schema: schema.version, environment: context.environment, messageID: context.messageID,
            threadID: threadID, inReplyTo: inReplyTo, supersedes: supersedes,
            reference: context.reference, author: context.author,
            recipients: context.recipients ?? recipients,
            urgency: json.read("urgency", Urgency.init(rawValue:)) ?? .routine,
            draftedAt: context.now,
            expiresAt: json.read("expiresAt", Timestamp.init)
                ?? context.now.advanced(by: context.expiry),
            trafficLight: json.read("tlp", TrafficLight.init(rawValue:)) ?? .amberStrict,
            handling: handling.isEmpty ? Handling.strict : handling,
            legalBasis: json.texts("legalBasis"),
            releaseRequired: json["releaseRequired"]?.boolValue ?? false)
    }
}
