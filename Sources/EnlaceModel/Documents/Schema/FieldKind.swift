/// What the value of a field may be.
package indirect enum FieldKind: Sendable {
    /// A text of one line, not empty.
    case line
    /// A text that may have line breaks and tabs, not empty.
    case text
    case code(CodeList)
    /// A code whose list depends on the code in another field of the same object.
    case codeBy(String, [String: CodeList])
    case pattern(TextPattern)
    case integer(ClosedRange<Int64>)
    case flag
    /// A day, `YYYY-MM-DD`.
    case date
    /// A moment in UTC.
    case moment
    case node
    case officer
    /// The opaque part of an officer's identifier.
    case officerName
    case reference
    case messageID
    case digest
    case schemaVersion
    /// H0, H1, H2, or `H3: ` and a text (Europol handling codes).
    case handling
    case constant(String)
    case object(FieldSet)
    case list(FieldKind, count: ClosedRange<Int>)
    /// Never accepted; has its own code, so that it is not mistaken for a misspelling.
    case refused(ErrorCode)

    /// A list that may be empty and has the usual limit.
    package static func list(_ kind: FieldKind) -> FieldKind {
        .list(kind, count: 0...Limits.itemsMax)
    }

    package static func object(_ fields: FieldSpec...) -> FieldKind { .object(FieldSet(fields)) }

    /// A list of objects.
    package static func objects(_ fields: FieldSpec...) -> FieldKind {
        .list(.object(FieldSet(fields)))
    }

    package static func codes(_ list: CodeList) -> FieldKind { .list(.code(list)) }

    /// Whether an item may stand only once in a list of this kind.
    var isUniqueInList: Bool {
        switch self {
        case .line, .text, .object, .list, .refused: false
        default: true
        }
    }
}
