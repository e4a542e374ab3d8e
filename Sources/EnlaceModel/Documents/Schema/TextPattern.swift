/// The form of a short ASCII text, as data: the checker and the published JSON Schema follow the
/// same pattern.
///
/// A pattern is a choice of sequences; each sequence is matched greedily and without going back, so
/// a repeated part must not be followed by one of the same characters.
package struct TextPattern: Sendable {
    package struct Part: Sendable {
        /// The inside of a bracket expression, such as `A-Z0-9`.
        let expression: String
        let ranges: [ClosedRange<UInt8>]
        let count: ClosedRange<Int>
    }

    package let example: String
    let choices: [[Part]]

    package init(example: String, _ choices: [Part]...) {
        self.example = example
        self.choices = choices
    }

    package func matches(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return choices.contains { Self.matches(bytes, $0) }
    }

    /// The same as an anchored regular expression (ECMA 262, as JSON Schema has it).
    package var regularExpression: String {
        "^(" + choices.map { $0.map(Self.expression).joined() }.joined(separator: "|") + ")$"
    }

    private static func matches(_ bytes: [UInt8], _ parts: [Part]) -> Bool {
        var position = 0
        for part in parts {
            let run = bytes[position...].prefix(part.count.upperBound).prefix { byte in
                part.ranges.contains { $0.contains(byte) }
            }
            guard run.count >= part.count.lowerBound else { return false }
            position += run.count
        }
        return position == bytes.count
    }

    private static func expression(_ part: Part) -> String {
        let count = part.count
        let suffix =
            count == 1...1
            ? ""
            : count.lowerBound == count.upperBound
                ? "{\(count.lowerBound)}" : "{\(count.lowerBound),\(count.upperBound)}"
        return "[\(part.expression)]\(suffix)"
    }
}

extension TextPattern.Part {
    static func upper(_ count: ClosedRange<Int>) -> Self {
        Self(expression: "A-Z", ranges: [0x41...0x5A], count: count)
    }

    static func lower(_ count: ClosedRange<Int>) -> Self {
        Self(expression: "a-z", ranges: [0x61...0x7A], count: count)
    }

    static func upperOrDigit(_ count: ClosedRange<Int>) -> Self {
        Self(expression: "A-Z0-9", ranges: [0x41...0x5A, 0x30...0x39], count: count)
    }

    static func digit(_ count: ClosedRange<Int>) -> Self {
        Self(expression: "0-9", ranges: [0x30...0x39], count: count)
    }

    /// One given character, or none of it when `isOptional`.
    static func sign(_ character: Unicode.Scalar, isOptional: Bool = false) -> Self {
        let byte = UInt8(ascii: character)
        return Self(
            expression: String(character), ranges: [byte...byte], count: isOptional ? 0...1 : 1...1)
    }
}

extension TextPattern {
    /// ISO 639-1 or 639-3.
    static let language = TextPattern(example: "es, nah", [.lower(2...3)])

    /// ISO 3166-1 alpha-2 or ISO 3166-2.
    static let place = TextPattern(
        example: "MX-TLA", [.upper(2...2)], [.upper(2...2), .sign("-"), .upperOrDigit(1...3)])

    /// ISO 3166-1 alpha-2.
    static let country = TextPattern(example: "MX", [.upper(2...2)])

    /// ISO 4217.
    static let currency = TextPattern(example: "MXN", [.upper(3...3)])

    static let ageBand = TextPattern(
        example: "14-17", [.digit(1...2), .sign("-"), .digit(1...2)], [.digit(1...2)],
        [.digit(1...2), .sign("+")])

    /// A name for one person or thing within the document, such as S1 or V2.
    static let token = TextPattern(example: "S1", [.upper(1...4), .digit(1...4)])

    /// A day, month or year; a tilde before it says about.
    static let partialDate = TextPattern(
        example: "1979-11, ~1986", [.sign("~", isOptional: true), .digit(4...4)],
        [.sign("~", isOptional: true), .digit(4...4), .sign("-"), .digit(2...2)],
        [
            .sign("~", isOptional: true), .digit(4...4), .sign("-"), .digit(2...2), .sign("-"),
            .digit(2...2),
        ])

    /// An amount of money with at most two decimals; a text, for JSON numbers are whole here.
    static let amount = TextPattern(
        example: "60000.00", [.digit(1...15)], [.digit(1...15), .sign("."), .digit(1...2)])
}
