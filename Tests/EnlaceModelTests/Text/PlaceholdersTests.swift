import Testing

@testable import EnlaceModel

@Suite("Placeholders")
struct PlaceholdersTests {
    @Test(
        "templates are filled, and brackets vanish without their values",
        arguments: [
            ("plain", [:], "plain"),
            ("a {x} b", ["x": "1"], "a 1 b"),
            ("a {x} b", [:], "a {x} b"),
            ("a[ ({x})]", ["x": "1"], "a (1)"),
            ("a[ ({x})] c", [:], "a c"),
            ("a[ {x}][ {y}]", ["y": "2"], "a 2"),
            ("a[ {x} {y}]", ["y": "2"], "a"),
            ("open {x", ["x": "1"], "open {x"),
            ("open [ {x}", ["x": "1"], "open  1"),
        ] as [(String, [String: String], String)])
    func fill(template: String, values: [String: String], expected: String) {
        #expect(Placeholders.fill(template, values) == expected)
    }

    @Test("values from outside are made visible and are not templates themselves")
    func valuesAreSafe() {
        #expect(Placeholders.fill("{x}", ["x": "\u{202E}a\n"]) == "⟨U+202E⟩a⟨U+000A⟩")
        #expect(Placeholders.fill("{x}", ["x": "{y}", "y": "1"]) == "{y}")
    }

    @Test("names are found, with and without those in brackets")
    func names() {
        #expect(Placeholders.names(in: "{b} [ {a}] {b}") == ["a", "b"])
        #expect(Placeholders.names(in: "{b} [ {a}]", includingOptional: false) == ["b"])
    }
}
