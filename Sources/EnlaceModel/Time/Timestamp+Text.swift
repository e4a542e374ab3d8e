extension Timestamp {
    /// RFC 3339 in UTC with milliseconds and `Z`: `2026-11-23T20:31:07.042Z`.
    package var text: String {
        let date = CivilDate(daysSince1970: Int(milliseconds / 86_400_000))
        let inDay = Int(milliseconds % 86_400_000)
        let clock = [inDay / 3_600_000, inDay / 60_000 % 60, inDay / 1000 % 60]
        let time = clock.map { padded($0, 2) }.joined(separator: ":")
        return "\(date.text)T\(time).\(padded(inDay % 1000, 3))Z"
    }

    /// Reads RFC 3339 in UTC with an optional fraction of one to three digits.
    package init(_ text: String) throws(ModelError) {
        guard let moment = Self.parse(Array(text.utf8)) else {
            throw ModelError(.timeMalformed, object: VisibleText.make(text))
        }
        self = moment
    }

    private static func parse(_ text: [UInt8]) -> Timestamp? {
        guard text.count >= 20, text[10] == UInt8(ascii: "T"), text.last == UInt8(ascii: "Z"),
            text[13] == UInt8(ascii: ":"), text[16] == UInt8(ascii: ":"),
            let date = CivilDate(String(decoding: text[0..<10], as: UTF8.self)),
            let hour = decimal(text[11..<13]), hour < 24,
            let minute = decimal(text[14..<16]), minute < 60,
            let second = decimal(text[17..<19]), second < 60,
            let fraction = fraction(text[19..<(text.count - 1)]), date.daysSince1970 >= 0
        else { return nil }
        let seconds = date.daysSince1970 * 86_400 + hour * 3600 + minute * 60 + second
        return Timestamp(milliseconds: UInt64(seconds) * 1000 + UInt64(fraction))
    }

    private static func fraction(_ text: ArraySlice<UInt8>) -> Int? {
        if text.isEmpty { return 0 }
        guard text.first == UInt8(ascii: "."), (2...4).contains(text.count),
            let value = decimal(text.dropFirst())
        else { return nil }
        return text.count == 2 ? value * 100 : text.count == 3 ? value * 10 : value
    }
}

func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
