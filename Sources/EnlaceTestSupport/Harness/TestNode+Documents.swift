import EnlaceCrypto
package import EnlaceModel

/// How a test lead differs from the usual one.
package struct LeadOptions: Sendable {
    package var recipients: [NodeID] = [Fixture.fevimtra]
    package var urgency = Urgency.routine
    package var title = "Synthetic lead"
    package var messageID: MessageID?
    package var namedOfficers: [OfficerID] = []
    package var releaseRequired = false
    package var lifetime: Duration = .seconds(30 * 86_400)
    package var environment = Fixture.environment
    package var draftedAt: Timestamp?
    package var padding = 0

    package init() {}
}

extension TestNode {
    /// The content of a signed document with a text replaced, signed anew without any check.
    package func resigned(
        _ signedBytes: [UInt8], replacing text: String, with other: String
    ) throws -> [UInt8] {
        let content = try UnverifiedSignedDocument(signedBytes).content
        let parts = String(decoding: content, as: UTF8.self).split(separator: text)
        return try SignedDocument.sign(
            content: Array(parts.joined(separator: other).utf8), key: officer.key,
            certificate: officer.certificate, at: clock.now()
        ).derBytes
    }

    /// A complete lead, signed by this node's officer.
    package func lead(
        _ number: Int = 1, _ change: (inout LeadOptions) -> Void = { _ in },
        by author: TestPerson? = nil, approver: TestPerson? = nil
    ) throws -> [UInt8] {
        var options = LeadOptions()
        change(&options)
        var json = Self.leadJSON
        json["title"] = .string("\(options.title) \(number)")
        json["urgency"] = .string(options.urgency.rawValue)
        if options.urgency == .immediate { json["urgencyReason"] = "CHILD_AT_RISK" }
        if options.releaseRequired { json["releaseRequired"] = true }
        if !options.namedOfficers.isEmpty {
            json["tlp"] = .string(TrafficLight.red.rawValue)
            json["namedOfficers"] = .array(options.namedOfficers.map { .string($0.text) })
        }
        if options.padding > 0 {
            json["narrative"] = [
                [
                    "lang": "es", "origin": "ORIGINAL",
                    "text": .string(String(repeating: "ñ", count: options.padding)),
                ]
            ]
        }
        return try sign(
            .object(json), number: number, options: options, by: author ?? officer,
            approver: approver)
    }

    /// The acknowledgement of a document that this node's officer has read.
    package func acknowledgement(
        of target: DocumentIdentity, number: Int, thread: MessageID? = nil,
        by author: TestPerson? = nil
    ) throws -> [UInt8] {
        var options = LeadOptions()
        options.recipients = [target.origin]
        let draft = AcknowledgementDraft(target: target, firstReadAt: clock.now())
        return try sign(
            draft.json, number: number, options: options, target: target,
            thread: thread ?? target.messageID, by: author ?? officer)
    }

    private func sign(
        _ draft: JSONValue, number: Int, options: LeadOptions, target: DocumentIdentity? = nil,
        thread: MessageID? = nil, by author: TestPerson, approver: TestPerson? = nil
    ) throws -> [UInt8] {
        let now = options.draftedAt ?? clock.now()
        let context = CompletionContext(
            environment: options.environment,
            messageID: options.messageID ?? Fixture.messageID(number),
            reference: try DocumentReference(node: node, year: 2026, serial: number),
            author: .init(
                officer: author.officer, certificate: author.certificate.fingerprint),
            now: now, recipients: options.recipients, inReplyTo: target, threadID: thread,
            expiry: options.lifetime)
        let content = try DraftDocument(draft).complete(context).bytes
        let signed = try SignedDocument.sign(
            content: content, key: author.key, certificate: author.certificate, at: now)
        guard let approver else { return signed.derBytes }
        return try SignedDocument.approve(
            signed, key: approver.key, certificate: approver.certificate, at: now
        ).derBytes
    }

    static let leadJSON: JSONObject = {
        let value: JSONValue = [
            "type": "LEAD", "tlp": "TLP:AMBER+STRICT", "handling": ["H1"], "synthetic": true,
            "leadType": "SEX_TRAFFICKING", "purpose": "INVESTIGATION",
            "reasonableSuspicion": "REASONABLE_SUSPICION",
            "source": [
                "kind": "VICTIM_STATEMENT", "scheme": "ADMIRALTY", "reliability": "B",
                "credibility": "2", "obtainedLawfully": true,
            ],
            "subjects": [["token": "S1", "role": "RECRUITER"]],
            "narrative": [["lang": "es", "origin": "ORIGINAL", "text": "Niña en Tlaxcala."]],
            "offences": ["18 USC 1591"], "requestedAction": ["VERIFY"], "useAsEvidence": "NO",
            "nationalMarking": "CUI//LES",
        ]
        return value.objectValue ?? JSONObject()
    }()
}
