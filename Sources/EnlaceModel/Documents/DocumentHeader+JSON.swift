extension DocumentHeader {
    /// Reads a header that has passed the checks of `HeaderFields.signed`; `nil` otherwise.
    init?(json value: JSONValue?) {
        guard let object = value?.objectValue, let author = Author(json: object["author"]),
            let schema = object.read("schema", SchemaVersion.init),
            let environment = object.read("environment", RunEnvironment.init(rawValue:)),
            let messageID = object.read("messageId", MessageID.init),
            let threadID = object.read("threadId", MessageID.init),
            let reference = object.read("ref", DocumentReference.init),
            let urgency = object.read("urgency", Urgency.init(rawValue:)),
            let draftedAt = object.read("draftedAt", Timestamp.init),
            let expiresAt = object.read("expiresAt", Timestamp.init),
            let trafficLight = object.read("tlp", TrafficLight.init(rawValue:)),
            let releaseRequired = object["releaseRequired"]?.boolValue
        else { return nil }
        self.init(
            schema: schema, environment: environment, messageID: messageID, threadID: threadID,
            inReplyTo: DocumentIdentity(json: object["inReplyTo"]),
            supersedes: DocumentIdentity(json: object["supersedes"]), reference: reference,
            author: author, recipients: object.texts("to").compactMap { try? NodeID($0) },
            urgency: urgency, draftedAt: draftedAt, expiresAt: expiresAt,
            trafficLight: trafficLight, handling: object.texts("handling"),
            legalBasis: object.texts("legalBasis"), releaseRequired: releaseRequired)
    }

    /// The header as it is signed: always the same members in the same order, absent ones left out.
    ///
    /// - Parameter group: the group whose expansion the recipients are, as it stood in the draft.
    func json(group: JSONValue?) -> JSONObject {
        var object = JSONObject()
        object["format"] = .string(Self.format)
        object["schema"] = .string(schema.text)
        object["environment"] = .string(environment.rawValue)
        object["messageId"] = .string(messageID.text)
        object["threadId"] = .string(threadID.text)
        object["inReplyTo"] = inReplyTo?.json
        object["supersedes"] = supersedes?.json
        object["ref"] = .string(reference.text)
        object["author"] = author.json
        object["to"] = .array(recipients.map { .string($0.text) })
        object["group"] = group
        object["urgency"] = .string(urgency.rawValue)
        object["draftedAt"] = .string(draftedAt.text)
        object["expiresAt"] = .string(expiresAt.text)
        object["tlp"] = .string(trafficLight.rawValue)
        object["handling"] = .array(handling.map { .string($0) })
        object["legalBasis"] = .array(legalBasis.map { .string($0) })
        object["releaseRequired"] = .bool(releaseRequired)
        return object
    }
}

extension DocumentHeader.Author {
    fileprivate init?(json value: JSONValue?) {
        guard let object = value?.objectValue, let node = object.read("node", NodeID.init),
            let name = object["officer"]?.stringValue,
            let officer = try? OfficerID(node: node, opaque: name),
            let certificate = object.read("certificate", SHA256Digest.init(hex:))
        else { return nil }
        self.init(officer: officer, certificate: certificate)
    }

    fileprivate var json: JSONValue {
        [
            "officer": .string(officer.opaque), "node": .string(officer.node.text),
            "certificate": .string(certificate.hex),
        ]
    }
}

extension DocumentIdentity {
    /// Reads `{"origin": NODE, "messageId": UUID}`; `nil` when it is absent or anything else.
    package init?(json value: JSONValue?) {
        guard let object = value?.objectValue, let origin = object.read("origin", NodeID.init),
            let messageID = object.read("messageId", MessageID.init)
        else { return nil }
        self.init(origin: origin, messageID: messageID)
    }

    package var json: JSONValue {
        ["origin": .string(origin.text), "messageId": .string(messageID.text)]
    }
}

extension JSONObject {
    /// A text member read as a type of its own.
    func read<Value>(_ name: String, _ make: (String) throws -> Value?) -> Value? {
        guard let text = self[name]?.stringValue else { return nil }
        return (try? make(text)) ?? nil
    }

    /// The texts of a list member; empty when it is absent.
    func texts(_ name: String) -> [String] {
        (self[name]?.arrayValue ?? []).compactMap(\.stringValue)
    }
}
