import EnlaceModel

/// A JSON value as the one line of output that a call prints.
///
/// Control, format and bidirectional characters are escaped (RFC 8259 section 7): the same value for
/// programs, harmless on a terminal.
enum JSONLine {
    static func make(_ value: JSONValue) -> String {
        String(decoding: value.encoded, as: UTF8.self).unicodeScalars.reduce(into: "") {
            line, scalar in
            if VisibleText.make(String(scalar)) == String(scalar) {
                line.unicodeScalars.append(scalar)
            } else {
                // Outside of strings JSON has no such character, so that each stands in one.
                for unit in String(scalar).utf16 { line += "\\u\(digits(unit))" }
            }
        }
    }

    private static func digits(_ unit: UInt16) -> String {
        Hex.encode([UInt8(unit >> 8), UInt8(unit & 0xFF)])
    }
}
