import Testing

@testable import EnlaceModel

@Suite("NodeID")
struct NodeIDTests {
    @Test(
        "names of nodes are accepted as they are",
        arguments: ["US-DHS-HSI-NYC", "MX-FGR", "MX-FGR-FEMDO-UEITMPO", "US-A1-2-3-4-5"])
    func accepted(text: String) throws {
        let node = try NodeID(text)
        #expect(node.text == text && node.description == text)
        #expect(node.country == String(text.prefix(2)))
    }

    @Test(
        "everything else is refused, shown visibly",
        arguments: [
            "", "US", "US-", "-US-A", "USA-FBI", "U-FBI", "us-fbi", "US-FBI ", "US--FBI", "US-FÑI",
            "US-FBI-A-B-C-D-E", "U1-FBI", "US-FBI\n", "\u{202E}US-FBI",
            "US-" + String(repeating: "A", count: 62),
        ])
    func refused(text: String) {
        let error = #expect(throws: ModelError.self) { try NodeID(text) }
        #expect(error?.code == .nodeIDMalformed)
        #expect(error?.object == VisibleText.make(text))
    }

    @Test("the longest name has 64 characters")
    func longest() throws {
        #expect(try NodeID("US-" + String(repeating: "A", count: 61)).text.utf8.count == 64)
    }
}

@Suite("OfficerID")
struct OfficerIDTests {
    @Test("an officer is named by node and opaque part", arguments: ["a", "a7f3", "x-1", "0"])
    func accepted(opaque: String) throws {
        let officer = try OfficerID("MX-FGR/\(opaque)")
        #expect(officer.opaque == opaque && officer.node.text == "MX-FGR")
        #expect(officer == (try OfficerID(node: NodeID("MX-FGR"), opaque: opaque)))
    }

    @Test(
        "everything else is refused",
        arguments: [
            "", "MX-FGR", "MX-FGR/", "MX-FGR/A", "MX-FGR/a/b", "MX-FGR/ñ", "MX-FGR/a b", "/a",
            "MX-FGR/" + String(repeating: "a", count: 33),
        ])
    func refused(text: String) {
        #expect(throws: ModelError.self) { try OfficerID(text) }
    }
}

@Suite("MessageID")
struct MessageIDTests {
    private struct Counter: RandomSource {
        func bytes(_ count: Int) -> [UInt8] { [UInt8](repeating: 0xFF, count: count) }
    }

    @Test("the canonical text is read and written")
    func text() throws {
        let text = "00010203-0405-0607-0809-0a0b0c0d0e0f"
        #expect(try MessageID(text).bytes == [UInt8](0...15))
        #expect(try MessageID(bytes: [UInt8](0...15)).text == text)
    }

    @Test("a random one is a UUID of version 4")
    func random() {
        #expect(MessageID(random: Counter()).text == "ffffffff-ffff-4fff-bfff-ffffffffffff")
    }

    @Test(
        "every other spelling is refused",
        arguments: [
            "", "00010203-0405-0607-0809-0A0B0C0D0E0F", "000102030405060708090a0b0c0d0e0f",
            "0001020-30405-0607-0809-0a0b0c0d0e0f", "00010203-0405-0607-0809-0a0b0c0d0e0",
            "{00010203-0405-0607-0809-0a0b0c0d0e0f}", "00010203-0405-0607-0809-0a0b0c0d0e0g",
        ])
    func refused(text: String) {
        let error = #expect(throws: ModelError.self) { try MessageID(text) }
        #expect(error?.code == .messageIDMalformed)
    }

    @Test("15 and 17 bytes are refused", arguments: [0, 15, 17])
    func length(count: Int) {
        #expect(throws: ModelError.self) {
            try MessageID(bytes: [UInt8](repeating: 0, count: count))
        }
    }
}

@Suite("DocumentReference")
struct DocumentReferenceTests {
    @Test("a reference is read and written with six digits")
    func text() throws {
        let reference = try DocumentReference("MX-FGR-FEVIMTRA/2026/000093")
        #expect(reference.serial == 93 && reference.year == 2026)
        #expect(reference.text == "MX-FGR-FEVIMTRA/2026/000093")
        #expect(reference < (try DocumentReference(node: reference.node, year: 2026, serial: 94)))
    }

    @Test(
        "everything else is refused",
        arguments: [
            "", "MX-FGR/2026", "MX-FGR/2026/93", "MX-FGR/26/000093", "MX-FGR/2026/000000",
            "MX-FGR/1999/000001", "mx-fgr/2026/000001", "MX-FGR/2026/00009A", "MX-FGR/2026/000093/",
            "MX-FGR/2026/0000930", "MX-FGR/+026/000001",
        ])
    func refused(text: String) {
        #expect(throws: ModelError.self) { try DocumentReference(text) }
    }
}

@Suite("SHA256Digest")
struct SHA256DigestTests {
    @Test("lower-case digits are read and written")
    func hex() throws {
        let text = String(repeating: "0a", count: 32)
        #expect(try SHA256Digest(hex: text).hex == text)
    }

    @Test(
        "other lengths and capitals are refused",
        arguments: [
            "", "0a", String(repeating: "0A", count: 32), String(repeating: "0g", count: 32),
        ])
    func refused(text: String) {
        let error = #expect(throws: ModelError.self) { try SHA256Digest(hex: text) }
        #expect(error?.code == .digestMalformed)
    }
}

@Suite("SchemaVersion")
struct SchemaVersionTests {
    @Test("a version is read and written")
    func text() throws {
        let version = try SchemaVersion("LEAD/1.12")
        #expect(version.type == .lead && version.major == 1 && version.minor == 12)
        #expect(version.text == "LEAD/1.12")
    }

    @Test(
        "everything else is refused",
        arguments: [
            "", "LEAD", "LEAD/1", "LEAD/1.", "LEAD/1.00", "LEAD/01.0", "LEAD/1.0.0", "LEAD/-1.0",
            "LEAD/12345.0", "lead/1.0", "L/1.0", "LEAD/1.0/",
        ])
    func refused(text: String) {
        #expect(throws: ModelError.self) { try SchemaVersion(text) }
    }
}
