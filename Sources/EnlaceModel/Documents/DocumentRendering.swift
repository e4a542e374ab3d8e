/// A document as lines for people: every field with its label, codes with theirs, unknown fields
/// under their raw names, and all text made visible.
package struct DocumentRendering: Sendable {
    package struct Line: Sendable, Equatable {
        package let label: String
        /// May have line breaks; empty for the heading of a group of lines.
        package let value: String
        /// 0 for a field of the document itself, one more for each object around it.
        package let depth: Int
    }

    package let header: [Line]
    package let body: [Line]

    package init(_ document: Document, language: Language) {
        header = Self.lines(document.json["header"], HeaderFields.signed, language)
        body = Self.lines(document.json["body"], document.schema.body, language)
    }

    /// The lines of a draft in the order of its schema.
    package init(_ draft: DraftDocument, language: Language) {
        header = []
        body = Self.lines(.object(draft.json), draft.schema.draft, language)
    }

    package var lines: [Line] { header + body }

    private static func lines(_ value: JSONValue?, _ fields: FieldSet, _ language: Language)
        -> [Line]
    {
        var writer = LineWriter(language: language)
        writer.write(value?.objectValue ?? JSONObject(), fields, depth: 0)
        return writer.lines
    }
}

private struct LineWriter {
    let language: Language
    private(set) var lines: [DocumentRendering.Line] = []

    init(language: Language) { self.language = language }

    mutating func write(_ object: JSONObject, _ fields: FieldSet?, depth: Int) {
        for field in fields?.fields ?? [] {
            guard let value = object[field.name] else { continue }
            write(value, field.kind, field.label.text(in: language), depth, within: object)
        }
        for member in object.members where fields?.position(of: member.name) == nil {
            write(member.value, nil, VisibleText.make(member.name), depth, within: object)
        }
    }

    private mutating func write(
        _ value: JSONValue, _ kind: FieldKind?, _ label: String, _ depth: Int,
        within parent: JSONObject
    ) {
        switch value {
        case .object(let object):
            add(label, "", depth)
            write(object, kind?.fields, depth: depth + 1)
        case .array(let items):
            write(items, kind?.itemKind, label, depth, within: parent)
        default: add(label, text(of: value, kind, within: parent), depth)
        }
    }

    private mutating func write(
        _ items: [JSONValue], _ kind: FieldKind?, _ label: String, _ depth: Int,
        within parent: JSONObject
    ) {
        if items.isEmpty { return add(label, "–", depth) }
        for (index, item) in items.enumerated() {
            let numbered = items.count == 1 ? label : "\(label) \(index + 1)"
            write(item, kind, numbered, depth, within: parent)
        }
    }

    private mutating func add(_ label: String, _ value: String, _ depth: Int) {
        lines.append(DocumentRendering.Line(label: label, value: value, depth: depth))
    }

    private func text(of value: JSONValue, _ kind: FieldKind?, within parent: JSONObject) -> String
    {
        switch value {
        case .string(let text):
            let shown = VisibleText.make(text, keepingLines: kind?.isMultiline ?? false)
            guard let label = kind?.codeLabel(text, within: parent)?.text(in: language),
                label != shown
            else { return shown }
            return "\(label) (\(shown))"
        case .bool(let flag): return Catalogue.text(flag ? .yes : .no, language: language)
        case .integer(let number): return String(number)
        case .null: return "null"
        case .array, .object: return ""
        }
    }
}

extension FieldKind {
    fileprivate var fields: FieldSet? {
        if case .object(let fields) = self { fields } else { nil }
    }

    fileprivate var itemKind: FieldKind? {
        if case .list(let kind, _) = self { kind } else { nil }
    }

    fileprivate func codeLabel(_ code: String, within parent: JSONObject) -> BilingualText? {
        switch self {
        case .code(let list): list.label(of: code)
        case .codeBy(let field, let lists):
            lists[parent[field]?.stringValue ?? ""]?.label(of: code)
        case .handling: Handling.codes.label(of: code)
        default: nil
        }
    }
}
