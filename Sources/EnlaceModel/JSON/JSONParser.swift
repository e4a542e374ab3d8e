/// A strict JSON parser (RFC 8259 under the rules of design §4): UTF-8 only, no byte order mark, no
/// duplicate members, no lone surrogates, no NUL in any spelling, depth at most 16, whole numbers
/// within ±2^53.
///
/// Written by hand because no library at hand offers these rules: they take the last of two equal
/// members, replace bad bytes, or round large numbers, and two readers of the same signed bytes
/// could then see two different documents. Errors carry the byte offset (`offset`) and the place
/// (`pointer`, RFC 6901) in their context; they never carry content.
package struct JSONParser {
    private let bytes: [UInt8]
    private var position = 0
    private var depth = 0
    private var pointer = JSONPointer()

    /// Reads one value and nothing behind it.
    package static func parse(_ bytes: [UInt8]) throws(ModelError) -> JSONValue {
        var parser = JSONParser(bytes: bytes)
        try parser.checkEncoding()
        parser.skipSpace()
        let value = try parser.value()
        parser.skipSpace()
        guard parser.position == bytes.count else {
            throw parser.malformed("the end of the text")
        }
        return value
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func checkEncoding() throws(ModelError) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { throw error(.jsonByteOrderMark) }
        if let offset = UTF8Check.firstError(in: bytes) { throw error(.jsonNotUTF8, at: offset) }
        if let offset = bytes.firstIndex(of: 0) { throw error(.jsonNul, at: offset) }
    }

    private mutating func value() throws(ModelError) -> JSONValue {
        switch current {
        case UInt8(ascii: "{"): return .object(try object())
        case UInt8(ascii: "["): return .array(try array())
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case UInt8(ascii: "-"), .some(UInt8(ascii: "0")...UInt8(ascii: "9")):
            return .integer(try integer())
        default: throw malformed("a value")
        }
    }

    private mutating func word(_ word: StaticString, _ value: JSONValue) throws(ModelError)
        -> JSONValue
    {
        let text = Array("\(word)".utf8)
        guard bytes[position...].starts(with: text) else { throw malformed("a value") }
        position += text.count
        return value
    }

    private mutating func object() throws(ModelError) -> JSONObject {
        try enter()
        var members: [JSONObject.Member] = []
        var seen = SeenNames()
        skipSpace()
        if take(UInt8(ascii: "}")) { return leave(JSONObject()) }
        repeat {
            skipSpace()
            guard current == UInt8(ascii: "\"") else { throw malformed("a member name") }
            let start = position
            let name = try string()
            guard seen.insert(name) else { throw error(.jsonDuplicateKey, at: start) }
            pointer.push(name)
            skipSpace()
            guard take(UInt8(ascii: ":")) else { throw malformed("a colon") }
            skipSpace()
            members.append(JSONObject.Member(name: name, value: try value()))
            pointer.pop()
            skipSpace()
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "}")) else { throw malformed("a comma or a closing brace") }
        return leave(JSONObject(members))
    }

    private mutating func array() throws(ModelError) -> [JSONValue] {
        try enter()
        var items: [JSONValue] = []
        skipSpace()
        if take(UInt8(ascii: "]")) { return leave([]) }
        repeat {
            skipSpace()
            pointer.push(items.count)
            items.append(try value())
            pointer.pop()
            skipSpace()
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "]")) else { throw malformed("a comma or a closing bracket") }
        return leave(items)
    }

    private mutating func enter() throws(ModelError) {
        guard depth < Limits.jsonDepthMax else {
            throw error(.jsonTooDeep, ["limit": "\(Limits.jsonDepthMax)"])
        }
        depth += 1
        position += 1
    }

    private mutating func leave<Value>(_ value: Value) -> Value {
        depth -= 1
        return value
    }

    private mutating func integer() throws(ModelError) -> Int64 {
        let start = position
        let isNegative = take(UInt8(ascii: "-"))
        let firstDigit = position
        var number: Int64 = 0
        while let digit = current, isDigit(digit) {
            // Ten times the limit is far from overflowing 64 bits.
            if number <= Limits.jsonIntegerMax { number = number * 10 + Int64(digit & 0x0F) }
            position += 1
        }
        let count = position - firstDigit
        guard count == 1 || (count > 1 && bytes[firstDigit] != UInt8(ascii: "0")) else {
            throw malformed("a number without leading zeros")
        }
        let isFraction = current.map { [0x2E, 0x45, 0x65].contains($0) } ?? false
        guard !isFraction, number <= Limits.jsonIntegerMax else {
            throw error(.jsonNumberOutOfRange, at: start)
        }
        return isNegative ? -number : number
    }

    private mutating func string() throws(ModelError) -> String {
        position += 1
        let start = position
        while let byte = current {
            switch byte {
            case UInt8(ascii: "\""):
                position += 1
                return String(decoding: bytes[start..<(position - 1)], as: UTF8.self)
            case UInt8(ascii: "\\"):
                return try stringWithEscapes(from: start)
            case 0..<0x20: throw malformed("an escaped control character")
            default: position += 1
            }
        }
        throw malformed("a closing quotation mark")
    }

    private mutating func stringWithEscapes(from start: Int) throws(ModelError) -> String {
        var text = Array(bytes[start..<position])
        while let byte = current {
            switch byte {
            case UInt8(ascii: "\""):
                position += 1
                return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): try escape(into: &text)
            case 0..<0x20: throw malformed("an escaped control character")
            default:
                text.append(byte)
                position += 1
            }
        }
        throw malformed("a closing quotation mark")
    }

    private mutating func escape(into text: inout [UInt8]) throws(ModelError) {
        let start = position
        position += 1
        let simple: UInt8
        switch current {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): simple = bytes[position]
        case UInt8(ascii: "b"): simple = 0x08
        case UInt8(ascii: "f"): simple = 0x0C
        case UInt8(ascii: "n"): simple = 0x0A
        case UInt8(ascii: "r"): simple = 0x0D
        case UInt8(ascii: "t"): simple = 0x09
        case UInt8(ascii: "u"):
            text.append(contentsOf: try unicodeEscape(from: start))
            return
        default: throw malformed("an escape of JSON")
        }
        text.append(simple)
        position += 1
    }

    private mutating func unicodeEscape(from start: Int) throws(ModelError) -> [UInt8] {
        let first = try codeUnit()
        if first == 0 { throw error(.jsonNul, at: start) }
        var units = [first]
        if UTF16.isLeadSurrogate(first) {
            guard take(UInt8(ascii: "\\")), current == UInt8(ascii: "u") else {
                throw error(.jsonLoneSurrogate, at: start)
            }
            units.append(try codeUnit())
        }
        // One unit that is no surrogate, or a proper pair, decodes to exactly one character.
        let isPair = units.count == 2 && UTF16.isTrailSurrogate(units[1])
        guard isPair || (units.count == 1 && !UTF16.isTrailSurrogate(first)) else {
            throw error(.jsonLoneSurrogate, at: start)
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }

    /// Reads `uXXXX` at the position of the `u`.
    private mutating func codeUnit() throws(ModelError) -> UInt16 {
        let digits = bytes[min(position + 1, bytes.count)..<min(position + 5, bytes.count)]
        guard digits.count == 4, let pair = Hex.decode(digits) else {
            throw malformed("four hexadecimal digits")
        }
        position += 5
        return UInt16(pair[0]) << 8 | UInt16(pair[1])
    }

    private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard current == byte else { return false }
        position += 1
        return true
    }

    private mutating func skipSpace() {
        while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
            position += 1
        }
    }

    private func malformed(_ expected: String) -> ModelError {
        error(.jsonMalformed, ["expected": expected])
    }

    private func error(
        _ code: ErrorCode, at offset: Int? = nil, _ context: [String: String] = [:]
    ) -> ModelError {
        var context = context
        context["offset"] = String(offset ?? position)
        context["pointer"] = pointer.text
        return ModelError(code, object: "JSON", context: context)
    }
}

/// The names of one object's members, compared by bytes; fast for few and for very many.
private struct SeenNames {
    private static let countForHashing = 12
    private var few: [String] = []
    private var many: Set<[UInt8]> = []

    /// `false` when the name was there already.
    mutating func insert(_ name: String) -> Bool {
        if !many.isEmpty { return many.insert(Array(name.utf8)).inserted }
        if few.contains(where: { haveSameBytes($0, name) }) { return false }
        few.append(name)
        if few.count == Self.countForHashing { many = Set(few.map { Array($0.utf8) }) }
        return true
    }
}
