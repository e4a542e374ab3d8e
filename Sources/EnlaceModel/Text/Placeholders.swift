/// The small template language of the catalogue.
///
/// `{name}` is replaced by the value of that name. A part in square brackets is left out when a value
/// that it needs is absent, so that a text reads well with and without its details. Values are made
/// visible (`VisibleText`) on the way in, for they may come from outside.
enum Placeholders {
    /// Fills a template; a name outside of brackets without a value stays as it is.
    static func fill(_ template: String, _ values: [String: String]) -> String {
        guard template.contains(where: { $0 == "{" || $0 == "[" }) else { return template }
        var text = ""
        var rest = template[...]
        while let opening = rest.firstIndex(of: "[") {
            text += replace(rest[..<opening], values).text
            let inside = rest[rest.index(after: opening)...]
            let closing = inside.firstIndex(of: "]") ?? inside.endIndex
            let part = replace(inside[..<closing], values)
            if part.isComplete { text += part.text }
            rest = closing < inside.endIndex ? inside[inside.index(after: closing)...] : ""
        }
        return text + replace(rest, values).text
    }

    /// The names used in a template, sorted; those within brackets only when `includingOptional`.
    static func names(in template: String, includingOptional: Bool = true) -> [String] {
        var names: Set<String> = []
        var isOptional = false
        var rest = template[...]
        while let character = rest.popFirst() {
            switch character {
            case "[": isOptional = true
            case "]": isOptional = false
            case "{":
                let name = rest.prefix { $0 != "}" }
                if includingOptional || !isOptional { names.insert(String(name)) }
            default: break
            }
        }
        return names.sorted()
    }

    private static func replace(
        _ template: Substring, _ values: [String: String]
    ) -> (text: String, isComplete: Bool) {
        var text = ""
        var isComplete = true
        var rest = template
        while let opening = rest.firstIndex(of: "{"),
            let closing = rest[opening...].firstIndex(of: "}")
        {
            let name = String(rest[rest.index(after: opening)..<closing])
            text += rest[..<opening]
            if let value = values[name] {
                text += VisibleText.make(value)
            } else {
                text += rest[opening...closing]
                isComplete = false
            }
            rest = rest[rest.index(after: closing)...]
        }
        return (text + rest, isComplete)
    }
}
