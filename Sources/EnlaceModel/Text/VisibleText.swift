/// Text from outside made safe to show: control and bidirectional characters become visible.
package enum VisibleText {
    /// Replaces every control, format-control and bidirectional character, and every line break
    /// unless `keepingLines`, by `⟨U+XXXX⟩`. Everything else stays byte for byte.
    package static func make(_ text: String, keepingLines: Bool = false) -> String {
        guard text.unicodeScalars.contains(where: { mustBeShown($0, keepingLines: keepingLines) })
        else { return text }
        var shown = ""
        for scalar in text.unicodeScalars {
            if mustBeShown(scalar, keepingLines: keepingLines) {
                shown += "⟨U+\(hex(scalar.value))⟩"
            } else {
                shown.unicodeScalars.append(scalar)
            }
        }
        return shown
    }

    static func mustBeShown(_ scalar: Unicode.Scalar, keepingLines: Bool) -> Bool {
        if scalar == "\n" { return !keepingLines }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned,
            .privateUse:
            return true
        default:
            return false
        }
    }

    private static func hex(_ value: UInt32) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
