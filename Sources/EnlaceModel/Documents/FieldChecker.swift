/// Checks a JSON value against a field tree and collects all findings at once.
///
/// Findings carry the place, the code and what would have been right; never the content.
struct FieldChecker {
    /// Whether fields and codes that are not known are accepted, for a later minor version.
    let admitsUnknown: Bool
    let language: Language
    private(set) var findings: [ErrorDetail] = []
    private var pointer = JSONPointer()

    init(admitsUnknown: Bool, language: Language) {
        self.admitsUnknown = admitsUnknown
        self.language = language
    }

    mutating func report(_ code: ErrorCode, _ expectation: Expectation) {
        guard findings.count < Limits.findingsMax else { return }
        findings.append(
            ErrorDetail(
                pointer: pointer.text, code: code, expectation: expectation.text(in: language)))
    }

    /// Reports about a place below the present one.
    mutating func report(
        _ code: ErrorCode, at names: [String], _ expectation: Expectation
    ) {
        let here = pointer
        for name in names { pointer.push(name) }
        report(code, expectation)
        pointer = here
    }

    mutating func check(_ object: JSONObject, _ fields: FieldSet) {
        var isPresent = [Bool](repeating: false, count: fields.fields.count)
        for member in object.members {
            pointer.push(member.name)
            if let position = fields.position(of: member.name) {
                isPresent[position] = true
                check(member.value, fields.fields[position].kind, within: object)
            } else if !admitsUnknown {
                report(.fieldUnknown, .knownField(fields.nearest(to: member.name)))
            }
            pointer.pop()
        }
        for (field, isPresent) in zip(fields.fields, isPresent) where field.isRequired && !isPresent
        {
            report(.fieldMissing, at: [field.name], .kind(field.kind))
        }
    }

    private mutating func check(_ value: JSONValue, _ kind: FieldKind, within parent: JSONObject) {
        switch (kind, value) {
        case (.refused(let code), _):
            if !admitsUnknown { report(code, .nothing) }
        case (.object(let fields), .object(let object)): check(object, fields)
        case (.list(let item, let count), .array(let items)):
            check(items, of: item, count: count, within: parent)
        case (.flag, .bool): break
        case (.integer(let range), .integer(let number)):
            if !range.contains(number) { report(.valueOutOfRange, .kind(kind)) }
        case (_, .string(let text)) where kind.isWrittenAsText:
            check(text, kind, within: parent)
        default: report(.fieldWrongKind, .kind(kind))
        }
    }

    private mutating func check(
        _ items: [JSONValue], of kind: FieldKind, count: ClosedRange<Int>, within parent: JSONObject
    ) {
        if items.count > count.upperBound {
            report(.tooManyItems, .atMost(count.upperBound))
            return
        }
        if items.count < count.lowerBound { report(.tooFewItems, .atLeast(count.lowerBound)) }
        var seen: Set<String> = []
        for (index, item) in items.enumerated() {
            pointer.push(index)
            check(item, kind, within: parent)
            if items.count > 1, kind.isUniqueInList, let text = item.stringValue,
                !seen.insert(text).inserted
            {
                report(.duplicateItem, .once)
            }
            pointer.pop()
        }
    }

    private mutating func check(_ text: String, _ kind: FieldKind, within parent: JSONObject) {
        if text.utf8.count > kind.bytesMax {
            report(.fieldTooLong, .atMostBytes(kind.bytesMax))
        } else if TextCheck.isBlank(text) {
            report(.fieldEmpty, .kind(kind))
        } else if let scalar = TextCheck.firstForbidden(in: text, isMultiline: kind.isMultiline) {
            report(.controlCharacter, .without(scalar))
        } else if let code = kind.mismatch(text, within: parent) {
            if !(admitsUnknown && code == .codeUnknown) { report(code, .kind(kind, parent)) }
        }
    }
}

extension FieldKind {
    var isMultiline: Bool {
        if case .text = self { true } else { false }
    }

    var isWrittenAsText: Bool {
        switch self {
        case .integer, .flag, .object, .list, .refused: false
        default: true
        }
    }

    var bytesMax: Int {
        switch self {
        case .text: Limits.textBytesMax
        case .line, .handling: Limits.lineBytesMax
        default: Limits.codeBytesMax
        }
    }

    /// The code of the finding when a text is not of this kind; `nil` when it is.
    func mismatch(_ text: String, within parent: JSONObject) -> ErrorCode? {
        switch self {
        case .code(let list): list.contains(text) ? nil : .codeUnknown
        case .codeBy(let field, let lists):
            // Without a known scheme there is nothing to compare; that is a finding of its own.
            lists[parent[field]?.stringValue ?? ""]?.contains(text) == false ? .codeUnknown : nil
        case .pattern(let pattern): pattern.matches(text) ? nil : .fieldWrongKind
        case .date: CivilDate(text) != nil ? nil : .timeMalformed
        case .moment: (try? Timestamp(text)) != nil ? nil : .timeMalformed
        case .node: (try? NodeID(text)) != nil ? nil : .nodeIDMalformed
        case .officer: (try? OfficerID(text)) != nil ? nil : .officerIDMalformed
        case .officerName:
            TextPattern.officerName.matches(text) ? nil : .officerIDMalformed
        case .reference: (try? DocumentReference(text)) != nil ? nil : .referenceMalformed
        case .messageID: (try? MessageID(text)) != nil ? nil : .messageIDMalformed
        case .digest: (try? SHA256Digest(hex: text)) != nil ? nil : .digestMalformed
        case .schemaVersion: (try? SchemaVersion(text)) != nil ? nil : .schemaUnknown
        case .handling: Handling.isWellFormed(text) ? nil : .codeUnknown
        case .constant(let constant): haveSameBytes(text, constant) ? nil : .codeUnknown
        case .line, .text, .integer, .flag, .object, .list, .refused: nil
        }
    }
}

extension TextPattern {
    /// The opaque part of an officer's identifier.
    static let officerName = TextPattern(
        example: "a7f3",
        [
            Part(
                expression: "a-z0-9-", ranges: [0x61...0x7A, 0x30...0x39, 0x2D...0x2D],
                count: 1...32)
        ])
}
