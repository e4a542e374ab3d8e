import Testing

@testable import EnlaceModel

@Suite("TextCheck")
struct TextCheckTests {
    /// The control characters, the bidirectional ones of UAX 9 and the two separators.
    static let forbidden: [UInt32] =
        Array(0..<0x20) + Array(0x7F...0x9F) + [0x061C, 0x200E, 0x200F]
        + Array(0x2028...0x202E) + Array(0x2066...0x2069)

    @Test("exactly the control and bidirectional characters of the first plane are forbidden")
    func exactly() throws {
        let found = (UInt32(0)...0xFFFF).filter { value in
            guard let scalar = Unicode.Scalar(value) else { return false }
            let text = "a\(scalar)b"
            return TextCheck.firstForbidden(in: text, isMultiline: false) == scalar
        }
        #expect(found == Self.forbidden)
    }

    @Test("in a text of several lines a line break and a tab are allowed, nothing else")
    func multiline() {
        let found = Self.forbidden.filter { value in
            let text = Unicode.Scalar(value).map { "é\($0)" } ?? ""
            return TextCheck.firstForbidden(in: text, isMultiline: true) == nil
        }
        #expect(found == [0x09, 0x0A])
    }

    @Test("blank is what has white space only", arguments: ["", " ", "\t\n", "\u{A0}\u{3000}"])
    func blank(text: String) {
        #expect(
            TextCheck.isBlank(text) && !TextCheck.isBlank(text + "ñ") && !TextCheck.isBlank("."))
    }
}
