import Testing

@testable import EnlaceModel

@Suite("DraftDocument")
struct DraftDocumentTests {
    static let sample = "us-dhs-hsi-nyc-2025-000417"

    struct Finding: CustomStringConvertible, Sendable {
        let changes: [String: JSONValue?]
        let pointer: String
        let code: ErrorCode
        var description: String { "\(pointer) \(code.rawValue)" }

        init(_ changes: [String: JSONValue?], _ pointer: String, _ code: ErrorCode) {
            self.changes = changes
            self.pointer = pointer
            self.code = code
        }
    }

    static let subject: JSONObject =
        JSONValue(
            dictionaryLiteral: ("token", "S1"), ("given", "Evaristo")
        ).objectValue ?? JSONObject()

    static func subject(_ name: String, _ value: JSONValue) -> JSONValue {
        var subject = subject
        subject[name] = value
        return [.object(subject)]
    }

    static let findings: [Finding] = [
        Finding(["title": nil], "/title", .fieldMissing),
        Finding(["offences": nil], "/offences", .fieldMissing),
        Finding(["nationalMarking": nil], "/nationalMarking", .fieldMissing),
        Finding(["to": nil], "/to", .fieldMissing),
        Finding(["urgency": nil], "/urgency", .fieldMissing),
        Finding(["tilte": "x"], "/tilte", .fieldUnknown),
        Finding(["provenance": "x"], "/provenance", .fieldUnknown),
        Finding(["title": 7], "/title", .fieldWrongKind),
        Finding(["title": JSONValue.null], "/title", .fieldWrongKind),
        Finding(["title": ["x"]], "/title", .fieldWrongKind),
        Finding(["title": ""], "/title", .fieldEmpty),
        Finding(["title": " \u{A0}"], "/title", .fieldEmpty),
        Finding(["title": .string(String(repeating: "a", count: 513))], "/title", .fieldTooLong),
        Finding(["title": "two\nlines"], "/title", .controlCharacter),
        Finding(["title": "a\tb"], "/title", .controlCharacter),
        Finding(["title": "a\u{1B}[2J"], "/title", .controlCharacter),
        Finding(["title": "a\u{202E}b"], "/title", .controlCharacter),
        Finding(["title": "a\u{2066}b"], "/title", .controlCharacter),
        Finding(["nationalMarking": "a\r\nb"], "/nationalMarking", .controlCharacter),
        Finding(["leadType": "SEX_TRAFICKING"], "/leadType", .codeUnknown),
        Finding(["leadType": "sex_trafficking"], "/leadType", .codeUnknown),
        Finding(["urgency": "NOW"], "/urgency", .codeUnknown),
        Finding(["urgency": "IMMEDIATE"], "/urgencyReason", .urgencyReasonMissing),
        Finding(["tlp": "TLP:RED"], "/namedOfficers", .namedOfficersMissing),
        Finding(["tlp": "TLP:PURPLE"], "/tlp", .codeUnknown),
        Finding(["handling": ["H4"]], "/handling/0", .codeUnknown),
        Finding(["handling": ["H3"]], "/handling/0", .codeUnknown),
        Finding(["handling": ["H3:  "]], "/handling/0", .codeUnknown),
        Finding(["handling": []], "/handling", .tooFewItems),
        Finding(["handling": ["H1", "H1"]], "/handling/1", .duplicateItem),
        Finding(["to": []], "/to", .tooFewItems),
        Finding(["to": ["mx-fgr"]], "/to/0", .nodeIDMalformed),
        Finding(["to": ["MX-FGR", "MX-FGR"]], "/to/1", .duplicateItem),
        Finding(["means": ["DECEPTION", "DECEPTION"]], "/means/1", .duplicateItem),
        Finding(["attachments": []], "/attachments", .attachmentsNotSupported),
        Finding(["synthetic": "yes"], "/synthetic", .fieldWrongKind),
        Finding(["expiresAt": "tomorrow"], "/expiresAt", .timeMalformed),
        Finding(["relatedRef": "417"], "/relatedRef", .referenceMalformed),
        Finding(["namedOfficers": ["García"]], "/namedOfficers/0", .officerIDMalformed),
        Finding(["subjects": subject("token", "one")], "/subjects/0/token", .fieldWrongKind),
        Finding(["subjects": subject("birth", "1979-1")], "/subjects/0/birth", .fieldWrongKind),
        Finding(["subjects": subject("alias", "El Güero")], "/subjects/0/alias", .fieldWrongKind),
        Finding(["subjects": subject("age", 40)], "/subjects/0/age", .fieldUnknown),
        Finding(["subjects": [[:]]], "/subjects/0/token", .fieldMissing),
        Finding(["venue": ["Farm"]], "/venue/0", .codeUnknown),
        Finding(["offences": []], "/offences", .tooFewItems),
        Finding(
            ["victims": [["status": "ACTUAL", "count": 0]]], "/victims/0/count", .valueOutOfRange),
        Finding(
            ["inReplyTo": ["origin": "US-FBI"]], "/inReplyTo/messageId", .fieldMissing),
    ]

    @Test("each mistake is one finding with its place and code", arguments: findings)
    func oneFinding(expected: Finding) throws {
        let found = DraftDocument.check(try Samples.changed(Self.sample, expected.changes))
        #expect(found.map(\.code) == [expected.code])
        #expect(found.map(\.pointer) == [expected.pointer])
        #expect(found.allSatisfy { !$0.expectation.isEmpty })
    }

    @Test("all findings come at once, and the error carries them")
    func allAtOnce() throws {
        let value = try Samples.changed(
            Self.sample, ["title": nil, "tilte": "x", "leadType": "X", "venue": "Casino"])
        let found = DraftDocument.check(value)
        #expect(
            Set(found.map(\.pointer)) == ["/title", "/tilte", "/leadType", "/venue"])
        let error = #expect(throws: ModelError.self) { try DraftDocument(value) }
        #expect(error?.code == .documentInvalid)
        #expect(error?.details == found)
        #expect(error?.context["count"] == "4")
    }

    @Test("a misspelt field names the one that was probably meant, in the reader's language")
    func nearestField() throws {
        let near = try Samples.changed(Self.sample, ["victim": []])
        #expect(DraftDocument.check(near).map(\.expectation) == ["perhaps victims"])
        let far = try Samples.changed(Self.sample, ["zzz": 1])
        let spanish = DraftDocument.check(far, language: .spanish).map(\.expectation)
        #expect(spanish == ["sólo campos del tipo de documento"])
    }

    @Test("findings never carry the content")
    func noContent() throws {
        let secret = "Evaristo\u{202E}"
        let value = try Samples.changed(
            Self.sample,
            ["title": .string(secret), "subjects": Self.subject("role", .string(secret))])
        for finding in DraftDocument.check(value) {
            #expect(!finding.expectation.contains("Evaristo") && !finding.pointer.contains("Evar"))
        }
    }

    @Test("a canonical equivalent of a code or a field name is not that code or name")
    func kelvinSign() throws {
        let code = Self.subject("role", "\u{212A}IDNAPPER")
        let found = DraftDocument.check(try Samples.changed(Self.sample, ["subjects": code]))
        #expect(found.map(\.code) == [.codeUnknown])
        #expect(CodeLists.role.contains("KIDNAPPER"))
    }

    @Test("names with two surnames, accents and any other letters are accepted as they are")
    func names() throws {
        for name in ["Quiñones Ñáñez", "O’Connor-Ruiz", "Ixtla Tzitzimitl", "Ne\u{301}lida", "李"] {
            let value = Self.subject("paternal", .string(name))
            #expect(
                DraftDocument.check(try Samples.changed(Self.sample, ["subjects": value])).isEmpty)
        }
    }

    @Test("line breaks and tabs are allowed in texts of several lines")
    func narrative() throws {
        let text: JSONValue = [["lang": "es", "text": "uno\n\tdos", "origin": "ORIGINAL"]]
        #expect(DraftDocument.check(try Samples.changed(Self.sample, ["narrative": text])).isEmpty)
    }

    @Test("a minor's lead needs no means")
    func minors() throws {
        let value = try Samples.changed(
            Self.sample, ["means": nil, "victims": [["status": "ACTUAL", "minor": true]]])
        #expect(DraftDocument.check(value).isEmpty)
    }

    @Test("grades belong to their scheme")
    func grades() throws {
        func source(_ scheme: String, _ reliability: String, _ credibility: String) -> JSONValue {
            [
                "kind": "CHS", "scheme": .string(scheme), "reliability": .string(reliability),
                "credibility": .string(credibility), "obtainedLawfully": true,
            ]
        }
        func codes(_ source: JSONValue) throws -> [ErrorCode] {
            DraftDocument.check(try Samples.changed(Self.sample, ["source": source])).map(\.code)
        }
        #expect(try codes(source("UK_3x5x2", "1", "E")).isEmpty)
        #expect(try codes(source("EUROPOL_4x4", "X", "4")).isEmpty)
        #expect(try codes(source("EUROPOL_4x4", "F", "6")) == [.codeUnknown, .codeUnknown])
        #expect(try codes(source("OTHER", "A", "1")) == [.codeUnknown])
    }

    @Test(
        "what is no object or has no known type is one finding",
        arguments: [
            ([], "", .fieldWrongKind), ([:], "/type", .fieldMissing),
            (["type": "XYZ"], "/type", .typeUnknown), (["type": 1], "/type", .typeUnknown),
        ] as [(JSONValue, String, ErrorCode)])
    func noType(value: JSONValue, pointer: String, code: ErrorCode) {
        let found = DraftDocument.check(value)
        #expect(found.map(\.code) == [code] && found.map(\.pointer) == [pointer])
    }

    @Test("a draft without recipients is read, for they may be given later")
    func withoutRecipients() throws {
        let draft = try DraftDocument(Samples.changed(Self.sample, ["to": nil]))
        #expect(draft.recipients.isEmpty && draft.type == .lead)
    }

    @Test("a TLP:RED draft names an officer of every recipient")
    func namedOfficersCover() throws {
        let value = try Samples.changed(
            "mx-fgr-fevimtra-2025-000093", ["namedOfficers": ["US-DHS-HSI-MEX/b2k7"]])
        let found = DraftDocument.check(value)
        #expect(found.map(\.code) == [.namedOfficersMissing])
        #expect(found.first?.expectation == "at least one officer of US-DHS-HSI-NYC")
    }

    @Test("the number of findings is limited")
    func findingsLimit() {
        let members = (0..<500).map { JSONObject.Member(name: "x\($0)", value: 1) }
        var object = JSONObject(members)
        object["type"] = "LEAD"
        #expect(DraftDocument.check(.object(object)).count == Limits.findingsMax)
    }
}
