import EnlaceModel

/// Time in CMS (RFC 5652 section 11.3): whole seconds in UTC with `Z`; UTCTime through 2049,
/// GeneralizedTime from 2050 on.
enum SigningTime {
    private static let generalizedFrom = 2050
    private static let yearMax = 9999

    /// The element for this moment, its milliseconds cut off.
    ///
    /// Throws `VALUE_OUT_OF_RANGE` after the year 9999.
    static func encode(_ moment: Timestamp) throws(CryptoError) -> [UInt8] {
        let year = CivilDate(daysSince1970: Int(moment.milliseconds / 86_400_000)).year
        guard year <= yearMax else {
            throw CryptoError(
                .valueOutOfRange, object: "signing time", context: ["limit": "\(yearMax)"])
        }
        // 2026-11-23T20:31:07.042Z without signs and fraction.
        let digits = moment.text.utf8.prefix(19).filter { (0x30...0x39).contains($0) }
        let text = year < generalizedFrom ? Array(digits.dropFirst(2)) : digits
        let tag = year < generalizedFrom ? DER.utcTime : DER.generalizedTime
        return DER.element(tag, text + [UInt8(ascii: "Z")])
    }

    /// Reads what `encode` writes; `nil` for anything else, also for moments before 1970.
    static func decode(_ element: [UInt8]) -> Timestamp? {
        guard element.count > 2 else { return nil }
        var digits = Array(element.dropFirst(2).dropLast())
        if element[0] == DER.utcTime {
            guard let decade = digits.first else { return nil }
            digits = Array((decade < UInt8(ascii: "5") ? "20" : "19").utf8) + digits
        }
        guard digits.count == 14 else { return nil }
        let parts = [0..<4, 4..<6, 6..<8, 8..<10, 10..<12, 12..<14].map {
            String(decoding: digits[$0], as: UTF8.self)
        }
        let text =
            "\(parts[0])-\(parts[1])-\(parts[2])T\(parts[3]):\(parts[4]):\(parts[5])Z"
        guard let moment = try? Timestamp(text), let again = try? encode(moment), again == element
        else { return nil }
        return moment
    }
}
