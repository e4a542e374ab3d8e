import Testing

@testable import EnlaceModel

@Suite("ClearHeader")
struct ClearHeaderTests {
    private static func signed() throws -> DocumentHeader {
        DocumentHeader(
            schema: try SchemaVersion("LEAD/1.0"), environment: .training,
            messageID: try MessageID(bytes: [UInt8](0...15)),
            threadID: try MessageID(bytes: [UInt8](16...31)), inReplyTo: nil, supersedes: nil,
            reference: try DocumentReference("US-DHS-HSI-NYC/2026/000417"),
            author: DocumentHeader.Author(
                officer: try OfficerID("US-DHS-HSI-NYC/a7f3"),
                certificate: try SHA256Digest(bytes: [UInt8](repeating: 1, count: 32))),
            recipients: [try NodeID("MX-FGR"), try NodeID("MX-SSPC-CNI")], urgency: .urgent,
            draftedAt: try Timestamp("2026-11-23T20:31:07.042Z"),
            expiresAt: try Timestamp("2026-12-23T20:31:07.042Z"), trafficLight: .amberStrict,
            handling: ["H1"], legalBasis: [], releaseRequired: false)
    }

    private static func header() throws -> ClearHeader {
        ClearHeader(
            header: try signed(), to: try NodeID("MX-FGR"), attempt: 2,
            envelopeDigest: try SHA256Digest(bytes: [UInt8](repeating: 0xEE, count: 32)),
            envelopeBytes: 3_000)
    }

    /// Frozen: a change of these bytes is a change of the format.
    private static let golden = """
        0103000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\
        000e55532d4448532d4853492d4e594300064d582d46475200044c45414402\
        000001a20a1aef22000001a2a499b72200000002\
        eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee0000000000000bb8
        """

    @Test("the bytes are exactly these")
    func goldenVector() throws {
        let header = try Self.header()
        #expect(Hex.encode(header.encoded) == Self.golden)
        #expect(try ClearHeader(header.encoded) == header)
        #expect(header.identity.description == "US-DHS-HSI-NYC/\(header.messageID.text)")
    }

    @Test("every truncation and every trailing byte is refused")
    func lengths() throws {
        let bytes = try Self.header().encoded
        for count in 0..<bytes.count { expectRefusal(Array(bytes.prefix(count))) }
        expectRefusal(bytes + [0])
    }

    @Test(
        "a single changed byte is refused or gives another header",
        arguments: [0x01, 0x80, 0xFF] as [UInt8])
    func changes(mask: UInt8) throws {
        let header = try Self.header()
        for index in header.encoded.indices {
            var bytes = header.encoded
            bytes[index] ^= mask
            if let other = try? ClearHeader(bytes) {
                #expect(other != header && other.encoded == bytes)
            }
        }
    }

    @Test("times that no calendar can write are refused")
    func times() throws {
        var header = try Self.header()
        header.expiresAt = Timestamp(milliseconds: .max)
        expectRefusal(header.encoded)
    }

    @Test("each contradiction to the signed header is named")
    func contradictions() throws {
        let signed = try Self.signed()
        #expect(try Self.header().contradictions(to: signed).isEmpty)
        var header = try Self.header()
        header.environment = .live
        header.messageID = signed.threadID
        header.threadID = signed.messageID
        header.from = try NodeID("US-FBI")
        header.to = try NodeID("MX-DIF")
        header.type = .acknowledgement
        header.urgency = .immediate
        header.draftedAt = header.draftedAt.advanced(by: .milliseconds(1))
        header.expiresAt = header.expiresAt.advanced(by: .milliseconds(1))
        #expect(
            header.contradictions(to: signed) == [
                "environment", "messageId", "threadId", "from", "to", "type", "urgency",
                "draftedAt", "expiresAt",
            ])
    }

    private func expectRefusal(_ bytes: [UInt8]) {
        let error = #expect(throws: ModelError.self) { try ClearHeader(bytes) }
        #expect(error?.code == .clearHeaderMalformed)
    }
}
