import Testing

@testable import EnlaceModel

@Suite("JSONParser")
struct JSONParserTests {
    @Test(
        "well-formed texts give their value",
        arguments: [
            ("null", .null), (" true\n", true), ("false", false), ("0", 0), ("-1", -1),
            ("9007199254740992", 9_007_199_254_740_992),
            ("-9007199254740992", -9_007_199_254_740_992),
            (#""""#, ""), (#""á\u00e9\n\"\\\/\b\f\r\t""#, "áé\n\"\\/\u{8}\u{C}\r\t"),
            (#""\uD83C\uDDF2""#, "\u{1F1F2}"), ("[]", []), ("[1, [2],\t3]", [1, [2], 3]),
            ("{}", [:]), (#"{"b":1,"a":{"c":null}}"#, ["b": 1, "a": ["c": .null]]),
            (#"{"":1," ":2}"#, ["": 1, " ": 2]),
        ] as [(String, JSONValue)])
    func accepted(text: String, value: JSONValue) throws {
        #expect(try JSONParser.parse(Array(text.utf8)) == value)
    }

    @Test(
        "everything outside of the rules is refused with its own code and offset",
        arguments: [
            ("", .jsonMalformed, 0), ("  ", .jsonMalformed, 2), ("nul", .jsonMalformed, 0),
            ("True", .jsonMalformed, 0), ("1 2", .jsonMalformed, 2), ("{}{}", .jsonMalformed, 2),
            ("[1,]", .jsonMalformed, 3), ("[1 2]", .jsonMalformed, 3), ("[", .jsonMalformed, 1),
            ("{", .jsonMalformed, 1), (#"{"a"}"#, .jsonMalformed, 4),
            (#"{"a":}"#, .jsonMalformed, 5), (#"{"a":1,}"#, .jsonMalformed, 7),
            (#"{a:1}"#, .jsonMalformed, 1), ("'a'", .jsonMalformed, 0), ("// x", .jsonMalformed, 0),
            ("01", .jsonMalformed, 2), ("-", .jsonMalformed, 1), ("+1", .jsonMalformed, 0),
            ("1.5", .jsonNumberOutOfRange, 0), ("1e3", .jsonNumberOutOfRange, 0),
            ("[1E3]", .jsonNumberOutOfRange, 1), ("NaN", .jsonMalformed, 0),
            ("9007199254740993", .jsonNumberOutOfRange, 0),
            ("-9007199254740993", .jsonNumberOutOfRange, 0),
            ("[123456789012345678901234567890]", .jsonNumberOutOfRange, 1),
            (#"{"a":1,"a":1}"#, .jsonDuplicateKey, 7),
            (#"{"a":1,"\u0061":1}"#, .jsonDuplicateKey, 7),
            (#"{"x":{"a":1,"a":1}}"#, .jsonDuplicateKey, 12),
            (#""\ud800""#, .jsonLoneSurrogate, 1), (#""\udc00""#, .jsonLoneSurrogate, 1),
            (#""\ud800\ud800""#, .jsonLoneSurrogate, 1), (#""\ud800x""#, .jsonLoneSurrogate, 1),
            (#""\u0000""#, .jsonNul, 1), (#"{"\u0000":1}"#, .jsonNul, 2),
            ("\"\u{0}\"", .jsonNul, 1),
            ("\"a\nb\"", .jsonMalformed, 2), ("\"a", .jsonMalformed, 2),
            (#""\x""#, .jsonMalformed, 2), (#""\u12""#, .jsonMalformed, 2),
            (#""\u12g4""#, .jsonMalformed, 2), ("\"\\", .jsonMalformed, 2),
            ("\u{FEFF}{}", .jsonByteOrderMark, 0), ("\u{A0}1", .jsonMalformed, 0),
        ] as [(String, ErrorCode, Int)])
    func refused(text: String, code: ErrorCode, offset: Int) {
        expectRefusal(Array(text.utf8), code, offset)
    }

    @Test(
        "bytes that are not UTF-8 are refused at the first of them",
        arguments: [
            ([0x22, 0xFF, 0x22], 1), ([0x22, 0xC0, 0x80, 0x22], 1), ([0x22, 0xC3], 1),
            ([0x22, 0xED, 0xA0, 0x80, 0x22], 1), ([0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], 1),
            ([0x22, 0xE0, 0x9F, 0xBF, 0x22], 1), ([0x22, 0xF0, 0x8F, 0xBF, 0xBF, 0x22], 1),
            ([0x22, 0xC3, 0xB1, 0x80, 0x22], 3), ([0x22, 0xE2, 0x82, 0x22], 1),
        ] as [([UInt8], Int)])
    func notUTF8(bytes: [UInt8], offset: Int) {
        expectRefusal(bytes, .jsonNotUTF8, offset)
    }

    @Test("sixteen levels are accepted and seventeen refused", arguments: ["[", #"{"a":"#])
    func depth(opening: String) throws {
        let closing = opening == "[" ? "]" : "}"
        func nested(_ levels: Int) -> [UInt8] {
            let inner = opening == "[" ? "" : "1"
            let text =
                String(repeating: opening, count: levels) + inner
                + String(repeating: closing, count: levels)
            return Array(text.utf8)
        }
        _ = try JSONParser.parse(nested(16))
        let error = #expect(throws: ModelError.self) { try JSONParser.parse(nested(17)) }
        #expect(error?.code == .jsonTooDeep)
        // A text of brackets alone must not exhaust the stack.
        #expect(throws: ModelError.self) {
            try JSONParser.parse([UInt8](repeating: 0x5B, count: 1_000_000))
        }
    }

    @Test("the pointer names the place, with its signs escaped")
    func pointer() {
        let text = #"{"a/b~":[0,{"ñ":1.5}]}"#
        let error = #expect(throws: ModelError.self) { try JSONParser.parse(Array(text.utf8)) }
        #expect(error?.context["pointer"] == "/a~1b~0/1/ñ")
    }

    @Test("canonically equivalent texts are different values and different members")
    func noNormalisation() throws {
        let value = try JSONParser.parse(Array("{\"\u{E9}\":1,\"e\u{301}\":2,\"\u{212A}\":3}".utf8))
        #expect(value["\u{E9}"] == 1 && value["e\u{301}"] == 2 && value["K"] == nil)
        #expect(JSONValue.string("\u{E9}") != .string("e\u{301}"))
    }

    @Test("a duplicate among very many members is found")
    func manyMembers() throws {
        let names = (0..<20_000).map { "\"n\($0)\":0" }
        let fine = "{" + names.joined(separator: ",") + "}"
        #expect(try JSONParser.parse(Array(fine.utf8)).objectValue?.members.count == 20_000)
        let doubled = "{" + (names + [names[17]]).joined(separator: ",") + "}"
        let error = #expect(throws: ModelError.self) { try JSONParser.parse(Array(doubled.utf8)) }
        #expect(error?.code == .jsonDuplicateKey)
    }

    private func expectRefusal(_ bytes: [UInt8], _ code: ErrorCode, _ offset: Int) {
        let error = #expect(throws: ModelError.self) { try JSONParser.parse(bytes) }
        #expect(error?.code == code)
        #expect(error?.context["offset"] == "\(offset)")
    }
}
