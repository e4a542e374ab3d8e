/// Where a node can be reached: `host:port`, the host a DNS name, an IPv4 address, or an IPv6
/// address in square brackets.
package struct NetworkAddress: Hashable, Sendable, CustomStringConvertible {
    /// The most characters of a host (RFC 1035 section 2.3.4).
    package static let hostCharactersMax = 253

    package let host: String
    package let port: Int

    package init(host: String, port: Int) {
        self.host = host
        self.port = port
    }

    package init(_ text: String) throws(ModelError) {
        guard let colon = text.utf8.lastIndex(of: UInt8(ascii: ":")) else {
            throw Self.malformed(text)
        }
        let digits = text[text.utf8.index(after: colon)...]
        guard (1...5).contains(digits.utf8.count), digits.utf8.allSatisfy(isDigit),
            let port = Int(digits), (0...65535).contains(port), String(port) == digits,
            let host = Self.host(text[..<colon])
        else { throw Self.malformed(text) }
        self.init(host: host, port: port)
    }

    package var text: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }

    package var description: String { text }

    private static func host(_ text: Substring) -> String? {
        if text.first == "[", text.last == "]" {
            let inside = text.dropFirst().dropLast()
            let isWellFormed =
                inside.utf8.contains(UInt8(ascii: ":"))
                && inside.utf8.allSatisfy { byte in
                    isHexDigit(byte) || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".")
                }
            return isWellFormed && inside.utf8.count <= 45 ? String(inside) : nil
        }
        let isWellFormed = text.utf8.allSatisfy { byte in
            isDigit(byte) || isLetter(byte) || byte == UInt8(ascii: "-")
                || byte == UInt8(ascii: ".")
        }
        return isWellFormed && (1...hostCharactersMax).contains(text.utf8.count)
            ? String(text) : nil
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
    }

    private static func malformed(_ text: String) -> ModelError {
        ModelError(
            .valueOutOfRange, object: VisibleText.make(text), context: ["expected": "host:port"])
    }
}
