import Testing

@testable import EnlaceModel

@Suite("JSONEncoding")
struct JSONEncodingTests {
    @Test("the compact form has no space and keeps the order of members")
    func compact() {
        let value: JSONValue = [
            "b": [1, -2, .null], "a": ["x": true, "y": false], "c": [:], "d": [],
        ]
        #expect(text(value) == #"{"b":[1,-2,null],"a":{"x":true,"y":false},"c":{},"d":[]}"#)
    }

    @Test("the form for people is indented by two spaces and ends with a line break")
    func indented() {
        let value: JSONValue = ["b": [1, [:]], "a": []]
        #expect(value.indented == "{\n  \"b\": [\n    1,\n    {}\n  ],\n  \"a\": []\n}\n")
    }

    @Test(
        "control and bidirectional characters are escaped, everything else stands as it is",
        arguments: [
            ("a\"b\\c/", #""a\"b\\c/""#),
            ("\n\r\t\u{8}\u{1B}\u{7F}", #""\n\r\t\u0008\u001b\u007f""#),
            ("\u{202E}x\u{85}", #""\u202ex\u0085""#), ("\u{E0041}", #""\udb40\udc41""#),
            ("Nélida 🇲🇽 e\u{301}", "\"Nélida 🇲🇽 e\u{301}\""),
        ])
    func strings(value: String, expected: String) throws {
        #expect(haveSameBytes(text(.string(value)), expected))
        #expect(try JSONParser.parse(JSONValue.string(value).encoded) == .string(value))
    }

    private func text(_ value: JSONValue) -> String {
        String(decoding: value.encoded, as: UTF8.self)
    }
}
