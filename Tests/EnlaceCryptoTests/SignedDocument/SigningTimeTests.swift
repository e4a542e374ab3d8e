import EnlaceModel
import Testing

@testable import EnlaceCrypto

@Suite("Signing time")
struct SigningTimeTests {
    static let anchors = [
        ("1970-01-01T00:00:00Z", "170d3730303130313030303030305a"),
        ("1999-12-31T23:59:59Z", "170d3939313233313233353935395a"),
        ("2026-11-23T20:31:07Z", "170d3236313132333230333130375a"),
        ("2049-12-31T23:59:59Z", "170d3439313233313233353935395a"),
        ("2050-01-01T00:00:00Z", "180f32303530303130313030303030305a"),
    ]

    @Test("the kind of time follows the year, both ways", arguments: anchors)
    func anchor(text: String, hex: String) throws {
        let moment = try Timestamp(text)
        let element = try #require(Hex.decode(hex.utf8))
        #expect(try SigningTime.encode(moment) == element)
        #expect(SigningTime.decode(element) == moment)
    }

    @Test(
        "other spellings of a time are not read",
        arguments: [
            "180f32303236313132333230333130375a",  // GeneralizedTime before 2050
            "170b323631313233323033315a",  // without seconds
            "171132363131323332303331 30372b30303030",  // with an offset
            "170d3236313332333230333130375a",  // month 13
            "170d3236313132333230333136305a",  // second 60
            "170d3236313132333230333130375b",  // no Z
            "170d3530303130313030303030305a",  // UTCTime of 1950
            "", "17", "1700", "170d",
        ])
    func refused(hex: String) throws {
        let element = try #require(Hex.decode(hex.utf8.filter { $0 != UInt8(ascii: " ") }))
        #expect(SigningTime.decode(element) == nil)
    }

    @Test("milliseconds are cut off")
    func milliseconds() throws {
        let element = try SigningTime.encode(signingMoment)
        #expect(SigningTime.decode(element)?.milliseconds == 1_795_465_867_000)
    }

    @Test("a year of five digits cannot be signed")
    func farFuture() {
        #expect(throws: CryptoError(.valueOutOfRange, object: "")) {
            try SigningTime.encode(Timestamp(milliseconds: 300_000_000_000_000))
        }
    }
}
