import EnlaceLog
import EnlaceModel
import Testing

/// One entry of each type with its frozen bytes; a change here breaks every log ever written.
struct GoldenEntry: Sendable, CustomTestStringConvertible {
    let name: String
    let body: EntryBody
    /// What follows version, type, index, time and salt.
    let tail: String

    var testDescription: String { name }
}

@Suite struct LogEntryTests {
    static let index: UInt64 = 0x0102_0304_0506_0708
    static let time = Timestamp(milliseconds: 1_795_465_867_042)
    static let salt = [UInt8](0xA0...0xAF)

    static func goldenEntries() throws -> [GoldenEntry] {
        let message = try MessageID("00112233-4455-4677-8899-aabbccddeeff")
        let hashes = try [0x11, 0x22, 0x33].map {
            try SHA256Digest(bytes: [UInt8](repeating: $0, count: 32))
        }
        let id = "00112233445546778899aabbccddeeff"
        let (one, two, three) = (
            String(repeating: "11", count: 32), String(repeating: "22", count: 32),
            String(repeating: "33", count: 32)
        )
        let head = TreeHeadBody(size: 70_000, root: hashes[2])
        return [
            GoldenEntry(
                name: "KEYS",
                body: .keys(
                    KeysBody(
                        cardVersion: 3, card: hashes[0], reason: .newIncarnation,
                        previousHead: head)),
                tail: "00000003" + one + "03" + "0000000000011170" + three),
            GoldenEntry(
                name: "SENT",
                body: .sent(
                    SentBody(
                        messageID: message, attempt: 2, clearHeader: hashes[0],
                        envelope: hashes[1], content: hashes[2])),
                tail: id + "00000002" + one + two + three),
            GoldenEntry(
                name: "RECEIVED",
                body: .received(
                    ReceivedBody(
                        sentIndex: 258, messageID: message, clearHeader: hashes[0],
                        envelope: hashes[1], content: hashes[2])),
                tail: "0000000000000102" + id + one + two + three),
            GoldenEntry(
                name: "REJECTED",
                body: .rejected(
                    RejectedBody(
                        sentIndex: 258, messageID: message, clearHeader: hashes[0],
                        envelope: hashes[1], reason: .conflict, isRetryable: true)),
                tail: "0000000000000102" + id + one + two + "0008434f4e464c494354" + "02"),
            GoldenEntry(
                name: "READ",
                body: .read(ReadBody(sentIndex: 258, messageID: message, content: hashes[2])),
                tail: "0000000000000102" + id + three),
            GoldenEntry(
                name: "DIRECTORY",
                body: .directory(DirectoryBody(version: 9, directory: hashes[0])),
                tail: "00000009" + one),
            GoldenEntry(
                name: "LOCAL-ANCHOR", body: .localAnchor(head), tail: "0000000000011170" + three),
            GoldenEntry(
                name: "PEER-CHECKPOINT", body: .peerCheckpoint(head),
                tail: "0000000000011170" + three),
            GoldenEntry(
                name: "LOCAL",
                body: .local(
                    LocalBody(
                        event: try #require(AuditEvent.allCases.first { $0.rawValue == "READ" }),
                        actor: "US-FBI/o-7", messageID: message, object: "P1")),
                tail: "0004" + "52454144" + "000a" + "55532d4642492f6f2d37" + id
                    + String(repeating: "00", count: 32) + "0002" + "5031" + "0002" + "4f4b"),
        ]
    }

    static func octet(of entry: GoldenEntry) -> String {
        let octets = [
            "KEYS": "01", "SENT": "02", "RECEIVED": "03", "REJECTED": "04", "READ": "05",
            "DIRECTORY": "06", "LOCAL-ANCHOR": "07", "PEER-CHECKPOINT": "08", "LOCAL": "40",
        ]
        return octets[entry.name] ?? ""
    }

    static func expectedBytes(_ entry: GoldenEntry) throws -> [UInt8] {
        let head = "01" + octet(of: entry) + "0102030405060708" + "000001a20a1aef22"
        let salt = "a0a1a2a3a4a5a6a7a8a9aaabacadaeaf"
        return try #require(Hex.decode((head + salt + entry.tail).utf8))
    }

    static func entry(_ golden: GoldenEntry) -> LogEntry {
        LogEntry(index: index, time: time, salt: salt, body: golden.body)
    }

    @Test("every type of entry has its frozen bytes", arguments: try goldenEntries())
    func golden(_ golden: GoldenEntry) throws {
        let bytes = try Self.expectedBytes(golden)
        #expect(Hex.encode(Self.entry(golden).encoded) == Hex.encode(bytes))
        #expect(try LogEntry(bytes, at: Self.index) == Self.entry(golden))
    }

    @Test("no golden entry is missing a type of this version")
    func everyTypeIsCovered() throws {
        let octets = try Set(Self.goldenEntries().map(\.body.typeOctet))
        #expect(octets == [1, 2, 3, 4, 5, 6, 7, 8, 64])
    }

    @Test("an entry cut anywhere is refused", arguments: try goldenEntries())
    func truncation(_ golden: GoldenEntry) throws {
        let bytes = Self.entry(golden).encoded
        for count in 0..<bytes.count {
            #expect(throws: LogError(.logEntryMalformed, object: "")) {
                try LogEntry(Array(bytes.prefix(count)), at: Self.index)
            }
        }
    }

    @Test("a byte behind an entry is refused", arguments: try goldenEntries())
    func trailing(_ golden: GoldenEntry) throws {
        for byte in [UInt8.min, .max] {
            #expect(throws: LogError(.logEntryMalformed, object: "")) {
                try LogEntry(Self.entry(golden).encoded + [byte], at: Self.index)
            }
        }
    }

    @Test("an entry that claims another index is a gap", arguments: try goldenEntries())
    func wrongIndex(_ golden: GoldenEntry) throws {
        #expect(throws: LogError(.logGap, object: "")) {
            try LogEntry(Self.entry(golden).encoded, at: Self.index + 1)
        }
    }

    @Test("what decodes encodes to the same bytes, or is refused", arguments: try goldenEntries())
    func everyBitIsCanonical(_ golden: GoldenEntry) throws {
        let bytes = Self.entry(golden).encoded
        for position in bytes.indices {
            var changed = bytes
            changed[position] ^= 0x01
            if let entry = try? LogEntry(changed, at: Self.index) {
                #expect(entry.encoded == changed)
                #expect(entry != Self.entry(golden))
            }
        }
    }

    @Test(
        "an unknown version or type is opaque, keeps its bytes and still hashes",
        arguments: [(0, UInt8(2)), (0, 255), (1, 0), (1, 9), (1, 63), (1, 65), (1, 255)])
    func opaque(position: Int, value: UInt8) throws {
        let golden = try #require(try Self.goldenEntries().first)
        var bytes = Self.entry(golden).encoded
        bytes[position] = value
        bytes += [1, 2, 3]
        let entry = try LogEntry(bytes, at: Self.index)
        #expect(entry.body == .opaque(bytes))
        #expect(entry.encoded == bytes)
        #expect(entry.body.name == "UNKNOWN")
        #expect(hasher.leaf(entry.encoded) == hasher.leaf(bytes))
    }

    @Test("an entry above 1 KiB is refused, one of 1 KiB is not")
    func size() throws {
        let golden = try #require(try Self.goldenEntries().first)
        var bytes = Self.entry(golden).encoded
        bytes[1] = 200
        let filler = [UInt8](repeating: 7, count: LogEntry.bytesMax - bytes.count)
        #expect(throws: Never.self) { try LogEntry(bytes + filler, at: Self.index) }
        #expect(throws: LogError(.logEntryMalformed, object: "")) {
            try LogEntry(bytes + filler + [7], at: Self.index)
        }
    }

    @Test("an unknown reason of KEYS and an unknown finality of REJECTED are refused")
    func unknownEnumerations() throws {
        for (name, offset) in [("KEYS", 34 + 4 + 32), ("REJECTED", -1)] {
            let golden = try #require(try Self.goldenEntries().first { $0.name == name })
            var bytes = Self.entry(golden).encoded
            bytes[offset < 0 ? bytes.count - 1 : offset] = 9
            #expect(throws: LogError(.logEntryMalformed, object: "")) {
                try LogEntry(bytes, at: Self.index)
            }
        }
    }

    @Test("a log begins with KEYS, and each kind of log holds only its own types")
    func places() throws {
        let owner = try NodeID("US-FBI")
        let channel = LogOrigin(
            environment: .exercise, owner: owner, scope: .channel(peer: try NodeID("MX-FGR")))
        let local = LogOrigin(environment: .exercise, owner: owner, scope: .local)
        for golden in try Self.goldenEntries() {
            let first = LogEntry(index: 0, time: Self.time, salt: Self.salt, body: golden.body)
            let later = LogEntry(index: 1, time: Self.time, salt: Self.salt, body: golden.body)
            let (isKeys, isLocal) = (golden.name == "KEYS", golden.name == "LOCAL")
            #expect(Self.fits(first, channel) == isKeys)
            #expect(Self.fits(later, channel) == !isLocal)
            #expect(Self.fits(later, local) == (isLocal || isKeys))
        }
    }

    private static func fits(_ entry: LogEntry, _ origin: LogOrigin) -> Bool {
        (try? entry.checkPlace(in: origin)) != nil
    }
}
