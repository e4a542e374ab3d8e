/// Reads DER (X.690) one expected element after the other and refuses everything else: another
/// tag, a length that is not definite and minimal, bytes left over, elements that reach outside.
///
/// It knows no optional parts; a caller looks at `nextTag` where its grammar has a choice.
struct DERReader {
    /// The bytes are not the one encoding that was expected here.
    struct Fault: Error {
        /// The position in the whole message.
        let offset: Int
    }

    private let bytes: [UInt8]
    private(set) var position: Int
    private let end: Int

    init(_ bytes: [UInt8]) {
        self.init(bytes, 0..<bytes.count)
    }

    /// Reads inside a part of the message; offsets and ranges stay those of the whole.
    init(_ bytes: [UInt8], _ part: Range<Int>) {
        self.bytes = bytes
        position = part.lowerBound
        end = part.upperBound
    }

    var isAtEnd: Bool { position == end }

    /// The tag of the next element, `nil` at the end.
    var nextTag: UInt8? { position < end ? bytes[position] : nil }

    /// Reads one element with this tag; gives the range of its content.
    mutating func element(_ tag: UInt8) throws(Fault) -> Range<Int> {
        guard nextTag == tag else { throw Fault(offset: position) }
        position += 1
        let length = try length()
        guard length <= end - position else { throw Fault(offset: position) }
        let content = position..<(position + length)
        position = content.upperBound
        return content
    }

    /// Reads one element with this tag and gives a reader for what is inside.
    mutating func nested(_ tag: UInt8) throws(Fault) -> DERReader {
        DERReader(bytes, try element(tag))
    }

    /// Reads one element with this tag whose content has exactly this many bytes.
    mutating func fixed(_ tag: UInt8, count: Int) throws(Fault) -> ArraySlice<UInt8> {
        let content = try element(tag)
        guard content.count == count else { throw Fault(offset: content.lowerBound) }
        return bytes[content]
    }

    /// Requires exactly these bytes next: whole elements, or the start of a constant layout.
    mutating func literal(_ expected: [UInt8]) throws(Fault) {
        guard bytes[position..<end].starts(with: expected) else { throw Fault(offset: position) }
        position += expected.count
    }

    /// Takes this many bytes out of a constant layout.
    mutating func raw(count: Int) throws(Fault) -> ArraySlice<UInt8> {
        guard count <= end - position else { throw Fault(offset: position) }
        defer { position += count }
        return bytes[position..<(position + count)]
    }

    func finish() throws(Fault) {
        guard isAtEnd else { throw Fault(offset: position) }
    }

    // X.690 section 10.1: definite, and in as few octets as possible. Four octets are enough for
    // every limit of this product.
    private mutating func length() throws(Fault) -> Int {
        let first = try octet()
        if first < 0x80 { return Int(first) }
        let octets = Int(first & 0x7F)
        guard (1...4).contains(octets) else { throw Fault(offset: position) }
        var value = 0
        for _ in 0..<octets { value = value << 8 | Int(try octet()) }
        guard DER.lengthOctets(value) == octets + 1 else { throw Fault(offset: position) }
        return value
    }

    private mutating func octet() throws(Fault) -> UInt8 {
        guard position < end else { throw Fault(offset: position) }
        defer { position += 1 }
        return bytes[position]
    }
}
