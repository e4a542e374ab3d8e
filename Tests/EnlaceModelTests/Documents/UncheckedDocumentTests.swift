import Testing

@testable import EnlaceModel

@Suite("UncheckedDocument")
struct UncheckedDocumentTests {
    /// A completed lead with one change to the member at a path.
    private func changed(
        _ path: [String], _ value: JSONValue?, sample: String = "us-dhs-hsi-nyc-2025-000417"
    ) throws -> [UInt8] {
        let json = try JSONParser.parse(Samples.completed(sample).bytes)
        return replacing(json, path[...], value).encoded
    }

    private func replacing(_ json: JSONValue, _ path: ArraySlice<String>, _ value: JSONValue?)
        -> JSONValue
    {
        guard let name = path.first, var object = json.objectValue else { return value ?? .null }
        object[name] =
            path.count == 1 ? value : replacing(object[name] ?? .null, path.dropFirst(), value)
        return .object(object)
    }

    private func codes(_ bytes: [UInt8], _ strictness: UncheckedDocument.Strictness) -> [ErrorCode]
    {
        do {
            _ = try UncheckedDocument(bytes).check(strictness)
            return []
        } catch {
            return [error.code] + error.details.map(\.code)
        }
    }

    @Test(
        "a change to the header is refused on both sides",
        arguments: [
            (["header", "format"], nil, .fieldMissing),
            (["header", "schema"], nil, .fieldMissing),
            (["header", "messageId"], "x", .messageIDMalformed),
            (["header", "threadId"], "11111111-2222-4333-8444-555555555555", .valueOutOfRange),
            (["header", "ref"], "MX-FGR/2026/000001", .valueOutOfRange),
            (["header", "author", "officer"], "García", .officerIDMalformed),
            (["header", "author", "node"], "MX-FGR-FEVIMTRA", nil),
            (["header", "author", "certificate"], "00", .digestMalformed),
            (["header", "to"], ["US-DHS-HSI-NYC"], .recipientIsSelf),
            (["header", "to"], [], .tooFewItems),
            (["header", "urgency"], "SOON", .codeUnknown),
            (["header", "urgency"], "IMMEDIATE", .urgencyReasonMissing),
            (["header", "tlp"], "TLP:RED", .namedOfficersMissing),
            (["header", "expiresAt"], "2026-11-23T20:31:07.042Z", .valueOutOfRange),
            (["header", "expiresAt"], "2036-11-23T20:31:07.042Z", .valueOutOfRange),
            (["header", "environment"], "TEST", .codeUnknown),
            (["header", "releaseRequired"], nil, .fieldMissing),
            (["header", "extra"], 1, .fieldUnknown),
            (["header", "inReplyTo"], nil, nil),
            (["body", "extra"], 1, .fieldUnknown),
            (["body", "attachments"], [], .attachmentsNotSupported),
            (["body", "to"], ["MX-FGR"], .fieldUnknown),
            (["extra"], 1, .fieldUnknown),
            (["body"], nil, .fieldMissing),
            (["body"], [], .fieldWrongKind),
        ] as [([String], JSONValue?, ErrorCode?)])
    func changes(path: [String], value: JSONValue?, code: ErrorCode?) throws {
        let bytes = try changed(path, value)
        for strictness in [UncheckedDocument.Strictness.author, .receiver] {
            let found = codes(bytes, strictness)
            if let code {
                #expect(found == [.documentInvalid, code])
            } else if path.last == "node" {
                // Another author's node contradicts reference and recipients.
                #expect(found.first == .documentInvalid && found.count == 3)
            } else {
                #expect(found.isEmpty)
            }
        }
    }

    @Test(
        "a schema or format that is not known is refused for now",
        arguments: [
            (["header", "schema"], "LEAD/2.0"), (["header", "schema"], "RFI/1.0"),
            (["header", "schema"], "lead"), (["header", "format"], "enlace-document/2"),
        ])
    func unknownSchema(path: [String], value: String) throws {
        for strictness in [UncheckedDocument.Strictness.author, .receiver] {
            #expect(codes(try changed(path, .string(value)), strictness) == [.schemaUnknown])
        }
        #expect(ErrorCode.schemaUnknown.isRetryableRefusal)
    }

    @Test("a later minor version is admitted by a receiver only, with what is not known in it")
    func newerMinor() throws {
        let json = try JSONParser.parse(Samples.completed("us-dhs-hsi-nyc-2025-000417").bytes)
        var newer = replacing(json, ["header", "schema"], "LEAD/1.7")
        newer = replacing(newer, ["body", "drones"], [["model": "X\u{E9}"]])
        newer = replacing(newer, ["body", "leadType"], "NEW_TYPE")
        newer = replacing(newer, ["body", "attachments"], [["id": 1]])
        #expect(codes(newer.encoded, .author) == [.schemaUnknown])
        let document = try UncheckedDocument(newer.encoded).check(.receiver)
        #expect(document.isOfNewerSchema && document.header.schema.text == "LEAD/1.7")
        let lines = DocumentRendering(document, language: .spanish).body
        #expect(lines.contains { $0.label == "drones" && $0.depth == 0 })
        #expect(lines.contains { $0.label == "model" && $0.value == "X\u{E9}" && $0.depth == 1 })
        // What is known is still checked.
        let broken = replacing(newer, ["body", "title"], 1)
        #expect(codes(broken.encoded, .receiver) == [.documentInvalid, .fieldWrongKind])
    }

    @Test("a TLP:RED document is for the officers that it names")
    func namedOfficers() throws {
        let document = try UncheckedDocument(
            Samples.completed("mx-fgr-fevimtra-2025-000093").bytes
        ).check(.receiver)
        #expect(
            document.namedOfficers.map(\.text) == ["US-DHS-HSI-MEX/b2k7", "US-DHS-HSI-NYC/a7f3"])
        #expect(document.mayBeRead(by: try OfficerID("US-DHS-HSI-NYC/a7f3")))
        #expect(!document.mayBeRead(by: try OfficerID("US-DHS-HSI-NYC/zz")))
        // An officer of every recipient is the author's duty; a receiver does not refuse for it.
        let bytes = try changed(
            ["body", "namedOfficers"], ["US-DHS-HSI-NYC/a7f3"],
            sample: "mx-fgr-fevimtra-2025-000093")
        #expect(codes(bytes, .author) == [.documentInvalid, .namedOfficersMissing])
        #expect(codes(bytes, .receiver).isEmpty)
    }

    @Test("a document of more than 1 MiB is refused before it is parsed")
    func tooLarge() {
        let bytes = [UInt8](repeating: 0xFF, count: Limits.documentBytesMax + 1)
        #expect(codes(bytes, .receiver) == [.documentTooLarge])
    }

    @Test("JSON outside of the rules is refused with the parser's code")
    func json() {
        #expect(codes(Array(#"{"a":1,"a":1}"#.utf8), .receiver) == [.jsonDuplicateKey])
        #expect(codes([0x5B, 0x5D], .receiver) == [.documentInvalid, .fieldMissing])
    }

    @Test("mutations of a document are admitted or refused, never a trap", arguments: 1...4)
    func mutations(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let bytes = try Samples.completed("mx-fgr-fevimtra-2025-000093").bytes
        for _ in 0..<500 {
            let mutated = random.mutate(bytes)
            guard let document = try? UncheckedDocument(mutated).check(.receiver) else { continue }
            #expect(document.bytes == mutated)
            #expect(!DocumentRendering(document, language: .english).lines.isEmpty)
        }
    }
}
