/// Decimal numbers of the C2SP texts: digits only, no sign, no leading zero.
enum DecimalNumber {
    static func parse(_ text: some Collection<UInt8>) -> UInt64? {
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard let first = text.first, text.allSatisfy(digits.contains),
            text.count == 1 || first != UInt8(ascii: "0")
        else { return nil }
        return UInt64(String(decoding: text, as: UTF8.self))
    }
}
