import Testing

@testable import EnlaceModel

@Suite("Formats of trust")
struct TrustFormatsTests {
    private static func node() throws -> NodeID { try NodeID("US-DHS-HSI-NYC") }

    private static func card() throws -> CardContent {
        CardContent(
            node: try node(), environment: .training, version: 2,
            previous: try SHA256Digest(bytes: [UInt8](repeating: 7, count: 32)),
            validFrom: Timestamp(milliseconds: 1_700_000_000_000),
            validUntil: Timestamp(milliseconds: 1_800_000_000_000), tlsCertificate: [1],
            encryptionCertificate: [2], statementCertificate: [3], nodeIssuers: [[4]],
            officerIssuers: [[4], [5]], revocationLists: [[6]],
            logKey: [UInt8](repeating: 8, count: 32), witnessKey: [UInt8](repeating: 9, count: 32),
            addresses: ["enlace.example:7443", "[2001:db8::1]:7443"],
            contact: "guardia de operación")
    }

    private static func directory() throws -> DirectoryContent {
        DirectoryContent(
            node: try node(), environment: .training, version: 1, previous: nil,
            issuedAt: Timestamp(milliseconds: 1_700_000_000_000),
            officers: [
                DirectoryContent.Officer(
                    officer: try OfficerID("US-DHS-HSI-NYC/a1"), certificate: [1, 2],
                    roles: [.officer], state: .active)
            ], revocationLists: [[1]])
    }

    private static func statement() throws -> StatementContent {
        StatementContent.addingOfficer(
            try OfficerID("US-DHS-HSI-NYC/a1"),
            client: [1], signing: [2],
            roles: [.officer, .auditor], on: Timestamp(milliseconds: 1_700_000_000_000))
    }

    @Test("what is written is read again")
    func roundTrip() throws {
        #expect(try CardContent(Self.card().encoded) == Self.card())
        #expect(try DirectoryContent(Self.directory().encoded) == Self.directory())
        #expect(try StatementContent(Self.statement().encoded) == Self.statement())
    }

    /// The text with one part replaced; fails the test when the part is not there.
    private static func changed(_ bytes: [UInt8], _ part: String, _ other: String) throws -> [UInt8]
    {
        let text = String(decoding: bytes, as: UTF8.self)
        var position = text.startIndex
        while position < text.endIndex {
            if text[position...].hasPrefix(part) {
                let end = text.index(position, offsetBy: part.count)
                return Array((text[..<position] + other + text[end...]).utf8)
            }
            position = text.index(after: position)
        }
        throw ModelError(.internalError, object: part)
    }

    @Test(
        "a card is refused for one wrong member, which it names",
        arguments: [
            ("\"enlace-card/1\"", "\"enlace-card/2\"", "format"),
            ("\"US-DHS-HSI-NYC\"", "\"us\"", "node"),
            ("\"TRAINING\"", "\"REAL\"", "environment"),
            ("\"version\":2", "\"version\":0", "version"),
            ("\"version\":2", "\"version\":1", "previous"),
            ("\"version\":2,", "", "version"),
            ("\"version\":2,", "\"version\":2,\"more\":1,", "more"),
            ("\"version\":2,", "\"version\":2,\"version\":2,", "JSON_DUPLICATE_KEY"),
            ("0707\"", "07\"", "previous"), ("2023-", "2043-", "validUntil"),
            ("\"AQ==\"", "\"AQ=\"", "tlsCertificate"),
            ("[\"BA==\"]", "[]", "nodeIssuers"), ("CAg=\"", "\"", "logKey"),
            ("example:7443", "example", "addresses"),
            ("operación", "oper\\u202eación", "contact"),
        ])
    func card(_ part: String, _ other: String, _ reason: String) throws {
        let bytes = try Self.changed(Self.card().encoded, part, other)
        let error = #expect(throws: ModelError.self) { try CardContent(bytes) }
        #expect(error?.code == .cardInvalid)
        #expect(error?.context["reason"] == reason)
    }

    @Test(
        "a directory is refused for one wrong member, which it names",
        arguments: [
            ("NYC/a1", "LAX/a1", "officers"), ("[\"OFFICER\"]", "[\"CHIEF\"]", "roles"),
            ("\"ACTIVE\"", "\"ASLEEP\"", "state"),
            ("\"state\"", "\"name\":\"J\",\"state\"", "name"),
            ("\"version\":1", "\"version\":2", "previous"),
        ])
    func directory(_ part: String, _ other: String, _ reason: String) throws {
        let bytes = try Self.changed(Self.directory().encoded, part, other)
        let error = #expect(throws: ModelError.self) { try DirectoryContent(bytes) }
        #expect(error?.code == .directoryInvalid)
        #expect(error?.context["reason"] == reason)
    }

    @Test(
        "a statement is refused for one wrong member, which it names",
        arguments: [
            ("OFFICER_ADD", "OFFICER_EAT", "act"), ("OFFICER_ADD", "PEER_ADD", "fingerprint"),
            ("OFFICER_ADD", "OFFICER_REVOKE", "certificates"),
            ("NYC/a1", "LAX/a1", "subject"), ("[\"AUDITOR\",\"OFFICER\"]", "[]", "roles"),
            ("\"subject\":\"US-DHS-HSI-NYC/a1\"", "\"subject\":\"\"", "subject"),
        ])
    func statement(_ part: String, _ other: String, _ reason: String) throws {
        let bytes = try Self.changed(Self.statement().encoded, part, other)
        let error = #expect(throws: ModelError.self) { try StatementContent(bytes) }
        #expect(error?.code == .statementInvalid)
        #expect(error?.context["reason"] == reason)
    }

    @Test("an address has a host and a port", arguments: ["a:1", "127.0.0.1:0", "[::1]:65535"])
    func address(_ text: String) throws {
        #expect(try NetworkAddress(text).text == text)
    }

    @Test(
        "what is no address is refused",
        arguments: ["", "a", ":1", "a:", "a:65536", "a:01", "a b:1", "::1:5", "[a]:1", "a:-1"])
    func noAddress(_ text: String) {
        #expect(throws: ModelError(.valueOutOfRange, object: "")) { try NetworkAddress(text) }
    }
}
