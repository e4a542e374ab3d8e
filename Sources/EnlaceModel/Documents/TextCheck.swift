/// Which characters a document's texts may have.
enum TextCheck {
    /// The first control or bidirectional character of a text; line breaks and tabs are none when
    /// `isMultiline`. Everything else of Unicode is allowed and stays byte for byte.
    static func firstForbidden(in text: String, isMultiline: Bool) -> Unicode.Scalar? {
        guard !text.utf8.allSatisfy(isHarmless) else { return nil }
        return text.unicodeScalars.first { scalar in
            switch scalar.value {
            case 0x0A, 0x09: !isMultiline
            // C0, DEL and C1.
            case 0..<0x20, 0x7F...0x9F: true
            // Marks, embeddings, overrides and isolates of the bidirectional algorithm (UAX 9), and
            // the line and paragraph separators.
            case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
            default: false
            }
        }
    }

    static func isBlank(_ text: String) -> Bool {
        if let byte = text.utf8.first, (0x21...0x7E).contains(byte) { return false }
        return text.unicodeScalars.allSatisfy { $0.properties.isWhitespace }
    }

    /// Whether no forbidden character can have this byte: most texts need no closer look.
    private static func isHarmless(_ byte: UInt8) -> Bool {
        switch byte {
        case 0..<0x20, 0x7F: false
        // The first bytes of C1, of U+061C and of U+2000 to U+2FFF.
        case 0xC2, 0xD8, 0xE2: false
        default: true
        }
    }
}
