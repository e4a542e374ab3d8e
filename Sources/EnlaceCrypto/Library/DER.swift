/// Writes DER (X.690): definite lengths in as few octets as possible.
enum DER {
    static let integer: UInt8 = 0x02
    static let bitString: UInt8 = 0x03
    static let octetString: UInt8 = 0x04
    static let objectIdentifier: UInt8 = 0x06
    static let utcTime: UInt8 = 0x17
    static let generalizedTime: UInt8 = 0x18
    static let sequence: UInt8 = 0x30
    static let set: UInt8 = 0x31

    /// The tag of a constructed element `[number]` in context.
    static func context(_ number: UInt8) -> UInt8 { 0xA0 | number }

    /// The tag of a primitive element `[number]` in context.
    static func contextPrimitive(_ number: UInt8) -> UInt8 { 0x80 | number }

    /// How many octets the encoding of this length takes.
    static func lengthOctets(_ length: Int) -> Int {
        switch length {
        case 0..<0x80: 1
        case 0x80..<0x100: 2
        case 0x100..<0x1_0000: 3
        case 0x1_0000..<0x100_0000: 4
        default: 5
        }
    }

    /// Tag and length.
    static func header(_ tag: UInt8, _ length: Int) -> [UInt8] {
        let octets = lengthOctets(length) - 1
        if octets == 0 { return [tag, UInt8(length)] }
        let value = (0..<octets).reversed().map { UInt8(truncatingIfNeeded: length >> (8 * $0)) }
        return [tag, 0x80 | UInt8(octets)] + value
    }

    /// How many bytes an element with this much content takes.
    static func size(_ content: Int) -> Int { 1 + lengthOctets(content) + content }

    /// One element around the parts.
    static func element(_ tag: UInt8, _ parts: [UInt8]...) -> [UInt8] {
        let count = parts.reduce(0) { $0 + $1.count }
        var bytes = header(tag, count)
        bytes.reserveCapacity(size(count))
        for part in parts { bytes.append(contentsOf: part) }
        return bytes
    }

    /// SET OF: the encodings in ascending order (X.690 section 11.6).
    static func setOf(_ elements: [[UInt8]]) -> [UInt8] {
        element(set, Array(elements.sorted(by: precedes).joined()))
    }

    /// The order of SET OF: as octet strings, the shorter one padded with zeros at its end.
    static func precedes(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        left.lexicographicallyPrecedes(right)
    }
}
