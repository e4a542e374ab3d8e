/// Reads the members of a signed format of this product (card, directory, statement): every member
/// named must be there, and none that is not named.
///
/// The formats are small and closed; what is unknown in them is refused, for nobody may sign what
/// the reader does not understand.
struct FormatReader {
    private let object: JSONObject
    private let refusal: ErrorCode
    private let name: String
    private var taken: Set<String> = []

    /// Parses the bytes and checks the member `format`.
    init(_ bytes: [UInt8], format: String, refusal: ErrorCode) throws(ModelError) {
        let value: JSONValue
        do {
            value = try JSONParser.parse(bytes)
        } catch {
            throw ModelError(
                refusal, object: format, context: ["reason": error.code.rawValue])
        }
        try self.init(value, name: format, refusal: refusal)
        guard try string("format") == format else { throw error("format") }
    }

    private init(_ value: JSONValue, name: String, refusal: ErrorCode) throws(ModelError) {
        guard let object = value.objectValue else {
            throw ModelError(refusal, object: name, context: ["reason": "object"])
        }
        self.object = object
        self.refusal = refusal
        self.name = name
    }

    mutating func string(_ member: String) throws(ModelError) -> String {
        guard let text = try take(member).stringValue else { throw error(member) }
        return text
    }

    /// A text that people read: one line, of at most `Limits.lineBytesMax` bytes.
    mutating func line(_ member: String) throws(ModelError) -> String {
        let text = try string(member)
        guard text.utf8.count <= Limits.lineBytesMax, VisibleText.make(text) == text else {
            throw error(member)
        }
        return text
    }

    /// A value that a type reads from its text, such as a node's name.
    mutating func value<Value>(
        _ member: String, _ make: (String) throws(ModelError) -> Value
    ) throws(ModelError) -> Value {
        do throws(ModelError) {
            return try make(try string(member))
        } catch {
            throw self.error(member)
        }
    }

    /// As `value`, where `null` stands for none.
    mutating func valueOrNull<Value>(
        _ member: String, _ make: (String) throws(ModelError) -> Value
    ) throws(ModelError) -> Value? {
        if object[member] == .null {
            _ = try take(member)
            return nil
        }
        return try value(member, make)
    }

    mutating func version(_ member: String) throws(ModelError) -> UInt32 {
        guard let number = try take(member).integerValue, let version = UInt32(exactly: number),
            version > 0
        else { throw error(member) }
        return version
    }

    mutating func bytes(_ member: String, max: Int) throws(ModelError) -> [UInt8] {
        let bytes = try value(member) { text throws(ModelError) in try Base64.decode(text) }
        guard !bytes.isEmpty, bytes.count <= max else { throw error(member) }
        return bytes
    }

    /// A list of texts, each read by `make`; none twice.
    mutating func list<Value: Hashable>(
        _ member: String, max: Int, _ make: (String) throws(ModelError) -> Value
    ) throws(ModelError) -> [Value] {
        guard let items = try take(member).arrayValue, items.count <= max else {
            throw error(member)
        }
        var values: [Value] = []
        for item in items {
            guard let text = item.stringValue, let value = try? make(text) else {
                throw error(member)
            }
            values.append(value)
        }
        guard Set(values).count == values.count else { throw error(member) }
        return values
    }

    /// Byte strings in base64, none twice.
    mutating func byteList(_ member: String, max: Int, bytesMax: Int) throws(ModelError)
        -> [[UInt8]]
    {
        let values = try list(member, max: max) { text throws(ModelError) in
            try Base64.decode(text)
        }
        guard values.allSatisfy({ !$0.isEmpty && $0.count <= bytesMax }) else {
            throw error(member)
        }
        return values
    }

    /// The objects of a list, each to be read and ended by `read`.
    mutating func objects<Value>(
        _ member: String, max: Int,
        _ read: (inout FormatReader) throws(ModelError) -> Value
    ) throws(ModelError) -> [Value] {
        guard let items = try take(member).arrayValue, items.count <= max else {
            throw error(member)
        }
        var values: [Value] = []
        for (index, item) in items.enumerated() {
            var reader = try FormatReader(
                item, name: "\(name)/\(member)/\(index)", refusal: refusal)
            values.append(try read(&reader))
            try reader.end()
        }
        return values
    }

    /// Refuses members that nobody asked for.
    func end() throws(ModelError) {
        guard let unknown = object.names.first(where: { !taken.contains($0) }) else { return }
        throw error(unknown)
    }

    /// The refusal of a member's value.
    func error(_ member: String) -> ModelError {
        ModelError(refusal, object: name, context: ["reason": VisibleText.make(member)])
    }

    private mutating func take(_ member: String) throws(ModelError) -> JSONValue {
        guard let value = object[member] else { throw error(member) }
        taken.insert(member)
        return value
    }
}
