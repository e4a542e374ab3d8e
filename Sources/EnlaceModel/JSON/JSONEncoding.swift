// The deterministic writing of JSON: members in their order, no choice of spelling.
//
// Control, format and bidirectional characters are written as escapes, so that a text is harmless
// on a terminal and still the same value; everything else stands as UTF-8.
extension JSONValue {
    /// The compact form without any space.
    package var encoded: [UInt8] {
        var writer = JSONWriter(indentation: nil)
        writer.write(self)
        return writer.bytes
    }

    /// The form for people: two spaces per level, a line break at the end.
    package var indented: String {
        var writer = JSONWriter(indentation: 2)
        writer.write(self)
        return String(decoding: writer.bytes, as: UTF8.self) + "\n"
    }
}

private struct JSONWriter {
    private static let hexDigits = Array("0123456789abcdef".utf8)

    let indentation: Int?
    private(set) var bytes: [UInt8] = []
    private var level = 0

    init(indentation: Int?) { self.indentation = indentation }

    mutating func write(_ value: JSONValue) {
        switch value {
        case .null: append("null")
        case .bool(let flag): append(flag ? "true" : "false")
        case .integer(let number): append(String(number))
        case .string(let text): write(text)
        case .array(let items):
            list(items, "[", "]") { writer, item in writer.write(item) }
        case .object(let object):
            list(object.members, "{", "}") { writer, member in
                writer.write(member.name)
                writer.append(writer.indentation == nil ? ":" : ": ")
                writer.write(member.value)
            }
        }
    }

    private mutating func list<Item>(
        _ items: [Item], _ opening: String, _ closing: String,
        _ body: (inout JSONWriter, Item) -> Void
    ) {
        append(opening)
        level += 1
        for (index, item) in items.enumerated() {
            if index > 0 { append(",") }
            breakLine()
            body(&self, item)
        }
        level -= 1
        if !items.isEmpty { breakLine() }
        append(closing)
    }

    private mutating func breakLine() {
        guard let indentation else { return }
        append("\n" + String(repeating: " ", count: level * indentation))
    }

    private mutating func write(_ text: String) {
        append("\"")
        if text.utf8.allSatisfy(Self.isPlain) {
            append(text)
        } else {
            for scalar in text.unicodeScalars { write(scalar) }
        }
        append("\"")
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x20..<0x7F).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }

    private mutating func write(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "\"": append("\\\"")
        case "\\": append("\\\\")
        case "\n": append("\\n")
        case "\r": append("\\r")
        case "\t": append("\\t")
        case _ where VisibleText.mustBeShown(scalar, keepingLines: false):
            for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter { escape(unit) }
        default: append(String(scalar))
        }
    }

    private mutating func escape(_ unit: UInt16) {
        append("\\u")
        for shift in stride(from: UInt16(12), through: 0, by: -4) {
            bytes.append(Self.hexDigits[Int(unit >> shift & 0x0F)])
        }
    }

    private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }
}
