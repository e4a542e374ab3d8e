import Testing

@testable import EnlaceModel

@Suite("SignableDocument")
struct SignableDocumentTests {
    static let sample = "us-dhs-hsi-nyc-2025-000417"

    private func complete(
        _ changes: [String: JSONValue?] = [:],
        _ adjust: (inout CompletionContext) throws -> Void = { _ in }
    ) throws -> SignableDocument {
        var context = try Samples.context(Samples.json(Self.sample))
        try adjust(&context)
        return try DraftDocument(Samples.changed(Self.sample, changes)).complete(context)
    }

    @Test("the bytes are exactly these")
    func golden() throws {
        let draft = AcknowledgementDraft(
            target: DocumentIdentity(
                origin: try NodeID("MX-FGR-FEVIMTRA"),
                messageID: try MessageID("11111111-2222-4333-8444-555555555555")),
            firstReadAt: try Timestamp("2026-11-23T20:00:00Z"))
        let signable = try DraftDocument(draft.json).complete(
            Samples.context(Samples.json(Self.sample)))
        #expect(
            String(decoding: signable.bytes, as: UTF8.self) == """
                {"header":{"format":"enlace-document/1","schema":"ACK/1.0",\
                "environment":"TRAINING","messageId":"0192f0c1-7c3e-4a55-9d2b-0a1b2c3d4e5f",\
                "threadId":"11111111-2222-4333-8444-555555555555",\
                "inReplyTo":{"origin":"MX-FGR-FEVIMTRA",\
                "messageId":"11111111-2222-4333-8444-555555555555"},\
                "ref":"US-DHS-HSI-NYC/2025/000417",\
                "author":{"officer":"a7f3","node":"US-DHS-HSI-NYC",\
                "certificate":"\(String(repeating: "c5", count: 32))"},\
                "to":["MX-FGR-FEVIMTRA"],"urgency":"ROUTINE",\
                "draftedAt":"2026-11-23T20:31:07.042Z","expiresAt":"2026-12-23T20:31:07.042Z",\
                "tlp":"TLP:AMBER+STRICT","handling":["H1","H2"],"legalBasis":[],\
                "releaseRequired":false},\
                "body":{"officerRole":"OFFICER","firstReadAt":"2026-11-23T20:00:00.000Z"}}
                """)
    }

    @Test("markings are the strict ones when the draft has none")
    func strictMarkings() throws {
        let header = try complete(["tlp": nil, "handling": nil]).header
        #expect(header.trafficLight == .amberStrict && header.handling == ["H1", "H2"])
    }

    @Test("the reserved reference takes the place of the draft's number")
    func reference() throws {
        let signable = try complete {
            $0.reference = try DocumentReference("US-DHS-HSI-NYC/2026/000001")
        }
        #expect(signable.header.reference.text == "US-DHS-HSI-NYC/2026/000001")
        #expect(!String(decoding: signable.bytes, as: UTF8.self).contains("humanRef"))
    }

    @Test("given recipients replace those of the draft and its group")
    func recipients() throws {
        let group: JSONValue = ["name": "US-ACTEAM-ATL", "directoryVersion": 3]
        let kept = try complete(["group": group])
        #expect(String(decoding: kept.bytes, as: UTF8.self).contains("US-ACTEAM-ATL"))
        let replaced = try complete(["group": group]) {
            $0.recipients = [try NodeID("MX-SSPC-CNI")]
        }
        #expect(replaced.header.recipients.map(\.text) == ["MX-SSPC-CNI"])
        #expect(!String(decoding: replaced.bytes, as: UTF8.self).contains("US-ACTEAM-ATL"))
    }

    @Test("a first document is its own thread; an answer is in the thread of its target")
    func threads() throws {
        let first = try complete().header
        #expect(first.threadID == first.messageID && first.inReplyTo == nil)
        let target = DocumentIdentity(
            origin: try NodeID("MX-FGR"), messageID: try MessageID(bytes: [UInt8](1...16)))
        let answer = try complete { $0.inReplyTo = target }.header
        #expect(answer.inReplyTo == target && answer.threadID == target.messageID)
        let thread = try MessageID(bytes: [UInt8](2...17))
        let later = try complete {
            $0.inReplyTo = target
            $0.threadID = thread
        }
        #expect(later.header.threadID == thread)
    }

    @Test("a draft whose end has passed is refused as expired")
    func expired() {
        let error = #expect(throws: ModelError.self) {
            try complete(["expiresAt": "2026-11-23T20:31:07Z"])
        }
        #expect(error?.code == .expired)
    }

    @Test("what only the completion can see is refused there")
    func completionFindings() {
        let cases: [(code: ErrorCode, adjust: (inout CompletionContext) throws -> Void)] = [
            (.recipientIsSelf, { $0.recipients = [try NodeID("US-DHS-HSI-NYC")] }),
            (.tooFewItems, { $0.recipients = [] }),
            (
                .duplicateItem,
                { $0.recipients = [try NodeID("MX-FGR"), try NodeID("MX-FGR")] }
            ),
            (.valueOutOfRange, { $0.reference = try DocumentReference("US-FBI/2026/000001") }),
            (.valueOutOfRange, { $0.expiry = .seconds(367 * 86_400) }),
            (
                .tooManyItems,
                { $0.recipients = try (0..<65).map { try NodeID("MX-N\($0)") } }
            ),
        ]
        for (code, adjust) in cases {
            let error = #expect(throws: ModelError.self) { try complete([:], adjust) }
            #expect(error?.code == .documentInvalid)
            #expect(error?.details.map(\.code) == [code])
        }
    }

    @Test("an acknowledgement says what it answers")
    func acknowledgementNeedsTarget() throws {
        let draft = try DraftDocument([
            "type": "ACK", "urgency": "ROUTINE", "to": ["MX-FGR"], "officerRole": "ANALYST",
            "firstReadAt": "2026-11-23T20:00:00Z",
        ])
        let error = #expect(throws: ModelError.self) {
            try draft.complete(Samples.context(Samples.json(Self.sample)))
        }
        #expect(error?.details.map(\.pointer) == ["/header/inReplyTo"])
    }
}
