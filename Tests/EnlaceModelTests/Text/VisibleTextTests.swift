import Testing

@testable import EnlaceModel

@Suite("VisibleText")
struct VisibleTextTests {
    @Test(
        "control, format and bidirectional characters become visible",
        arguments: [
            ("a\u{0}b", "a⟨U+0000⟩b"), ("\u{1B}[31m", "⟨U+001B⟩[31m"), ("a\tb", "a⟨U+0009⟩b"),
            ("a\nb", "a⟨U+000A⟩b"), ("\u{202E}cba", "⟨U+202E⟩cba"),
            ("\u{2066}x\u{2069}", "⟨U+2066⟩x⟨U+2069⟩"), ("\u{200B}", "⟨U+200B⟩"),
            ("\u{FEFF}", "⟨U+FEFF⟩"), ("\u{2028}", "⟨U+2028⟩"), ("\u{E000}", "⟨U+E000⟩"),
            ("\u{E0041}", "⟨U+E0041⟩"), ("\u{85}", "⟨U+0085⟩"),
        ])
    func becomesVisible(text: String, shown: String) {
        #expect(VisibleText.make(text) == shown)
    }

    @Test(
        "everything else stays byte for byte",
        arguments: ["", "Nélida Quiñones", "Ne\u{301}lida", "🇲🇽 ñandú", "日本語", "‘’—…"])
    func staysUnchanged(text: String) {
        #expect(Array(VisibleText.make(text).utf8) == Array(text.utf8))
    }

    @Test("line breaks stay when asked for")
    func keepsLines() {
        #expect(VisibleText.make("a\nb\r", keepingLines: true) == "a\nb⟨U+000D⟩")
    }
}
