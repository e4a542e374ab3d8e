/// Europol handling codes as this product carries them: `H0`, `H1`, `H2`, or `H3: ` and the
/// originator's own restriction.
package enum Handling {
    /// What holds when a draft says nothing: no use in court and no onward sharing without consent.
    package static let strict = ["H1", "H2"]

    static let codes = CodeList(
        "CL-HANDLING",
        [
            .init("H0", "No restriction on use", "Sin restricción de uso"),
            .init(
                "H1", "Not for use in judicial proceedings without consent",
                "No usar en procedimientos judiciales sin consentimiento"),
            .init(
                "H2", "Not to be disseminated without consent", "No difundir sin consentimiento"),
            .init("H3", "Other restriction", "Otra restricción"),
        ])

    static let otherRestriction = "H3: "

    static func isWellFormed(_ text: String) -> Bool {
        if text.utf8.starts(with: otherRestriction.utf8) {
            return !TextCheck.isBlank(String(text.dropFirst(otherRestriction.count)))
        }
        return text != "H3" && codes.contains(text)
    }
}
