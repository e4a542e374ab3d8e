/// Which characters a document's texts may have.
enum TextCheck {
    /// The first control or bidirectional character of a text; line breaks and tabs are none when
    /// `isMultiline`. Everything else of Unicode is allowed and stays byte for byte.
    static func firstForbidden(in text: String, isMultiline: Bool) -> Unicode.Scalar? {
        text.unicodeScalars.first { scalar in
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
        text.unicodeScalars.allSatisfy { $0.properties.isWhitespace }
    }
}
