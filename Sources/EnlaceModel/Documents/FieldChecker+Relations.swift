// The rules between fields, which no single field can tell.
extension FieldChecker {
    /// Fields that become required by the value of a header field.
    mutating func checkConditions(header: JSONObject, body: JSONObject, bodyPath: [String]) {
        for condition in ConditionalField.all
        where header[condition.headerField]?.stringValue == condition.value
            && body[condition.requiredField] == nil
        {
            let kind = CommonFields.body.first { $0.name == condition.requiredField }?.kind
            report(
                condition.code, at: bodyPath + [condition.requiredField],
                kind.map { .kind($0) } ?? .nothing)
        }
    }

    /// A TLP:RED document names at least one officer of every receiving node; at a node without one
    /// nobody could ever read it.
    mutating func checkOfficers(
        _ officers: [OfficerID], cover recipients: [NodeID], when label: TrafficLight?,
        path: [String]
    ) {
        guard label == .red, !officers.isEmpty else { return }
        let missing = recipients.filter { node in !officers.contains { $0.node == node } }
        guard !missing.isEmpty else { return }
        let nodes = missing.map(\.text).joined(separator: ", ")
        report(
            .namedOfficersMissing, at: path + ["namedOfficers"],
            .message(.expectOfficersOf, ["nodes": nodes]))
    }

    static func namedOfficers(in body: JSONObject) -> [OfficerID] {
        (body["namedOfficers"]?.arrayValue ?? []).compactMap(\.stringValue)
            .compactMap { try? OfficerID($0) }
    }

    /// The rules between the members of a signed header.
    mutating func checkRelations(_ header: DocumentHeader, _ rules: DocumentRules) {
        let node = header.author.officer.node
        for (index, recipient) in header.recipients.enumerated() where recipient == node {
            report(
                .recipientIsSelf, at: ["header", "to", "\(index)"],
                .message(.expectOtherThan, ["value": node.text]))
        }
        if header.reference.node != node {
            report(
                .valueOutOfRange, at: ["header", "ref"],
                .message(.expectSame, ["name": "author.node"]))
        }
        checkTimes(header)
        checkThread(header, rules)
    }

    private mutating func checkTimes(_ header: DocumentHeader) {
        let latest = header.draftedAt.advanced(by: Limits.expiryMax)
        if header.expiresAt <= header.draftedAt {
            report(
                .valueOutOfRange, at: ["header", "expiresAt"],
                .message(.expectAfter, ["time": header.draftedAt.text]))
        } else if header.expiresAt > latest {
            report(
                .valueOutOfRange, at: ["header", "expiresAt"],
                .message(.expectNotAfter, ["time": latest.text]))
        }
    }

    private mutating func checkThread(_ header: DocumentHeader, _ rules: DocumentRules) {
        let isFirst = header.inReplyTo == nil && header.supersedes == nil
        if isFirst != (header.threadID == header.messageID) {
            report(
                .valueOutOfRange, at: ["header", "threadId"],
                .message(
                    isFirst ? .expectSame : .expectOtherThan,
                    isFirst ? ["name": "messageId"] : ["value": header.messageID.text]))
        }
        if rules.mustAnswer, header.inReplyTo == nil {
            report(.fieldMissing, at: ["header", "inReplyTo"], .message(.expectObject, [:]))
        }
        if case .nothing = rules.answers, header.inReplyTo != nil {
            report(.fieldNotAllowed, at: ["header", "inReplyTo"], .nothing)
        }
    }
}
