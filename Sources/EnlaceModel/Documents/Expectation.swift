/// What would have been right at some place of a document, said in the reader's language.
enum Expectation {
    /// The most codes that are listed; longer lists are referred to by name.
    private static let codesShownMax = 40

    case nothing
    case once
    case kind(FieldKind, JSONObject = JSONObject())
    case knownField(String?)
    case atMost(Int)
    case atLeast(Int)
    case atMostBytes(Int)
    case without(Unicode.Scalar)
    case message(MessageKey, [String: String])

    func text(in language: Language) -> String {
        switch self {
        case .nothing: say(.expectNothing, language)
        case .once: say(.expectOnce, language)
        case .kind(let kind, let parent): Self.text(of: kind, parent, language)
        case .knownField(let name?): say(.expectNearField, language, ["name": name])
        case .knownField(nil): say(.expectKnownField, language)
        case .atMost(let limit): say(.expectAtMost, language, ["limit": "\(limit)"])
        case .atLeast(let limit): say(.expectAtLeast, language, ["limit": "\(limit)"])
        case .atMostBytes(let limit): say(.expectAtMostBytes, language, ["limit": "\(limit)"])
        case .without(let scalar):
            say(.expectWithout, language, ["character": VisibleText.make(String(scalar))])
        case .message(let key, let values): say(key, language, values)
        }
    }

    private func say(
        _ key: MessageKey, _ language: Language, _ values: [String: String] = [:]
    ) -> String {
        Catalogue.text(key, language: language, values)
    }

    private static func text(of kind: FieldKind, _ parent: JSONObject, _ language: Language)
        -> String
    {
        func say(_ key: MessageKey, _ values: [String: String] = [:]) -> String {
            Catalogue.text(key, language: language, values)
        }
        func example(_ example: String) -> String { say(.expectForm, ["example": example]) }
        switch kind {
        case .line: return say(.expectLine)
        case .text: return say(.expectText)
        case .code(let list): return codes(list, language)
        case .codeBy(let field, let lists):
            let list = lists[parent[field]?.stringValue ?? ""]
            return list.map { codes($0, language) } ?? say(.expectCodeBy, ["name": field])
        case .pattern(let pattern): return example(pattern.example)
        case .integer(let range):
            return say(
                .expectInteger, ["from": "\(range.lowerBound)", "to": "\(range.upperBound)"])
        case .flag: return say(.expectFlag)
        case .date: return example("2026-11-23")
        case .moment: return example("2026-11-23T20:31:07Z")
        case .node: return example("US-DHS-HSI-NYC")
        case .officer: return example("US-DHS-HSI-NYC/a7f3")
        case .officerName: return example(TextPattern.officerName.example)
        case .reference: return example("US-DHS-HSI-NYC/2026/000417")
        case .messageID: return example("0192f0c1-7c3e-4a55-9d2b-0a1b2c3d4e5f")
        case .digest: return say(.expectDigest)
        case .schemaVersion: return example("LEAD/1.0")
        case .handling: return say(.expectHandling)
        case .constant(let constant): return example(constant)
        case .object: return say(.expectObject)
        case .list: return say(.expectList)
        case .refused: return say(.expectNothing)
        }
    }

    private static func codes(_ list: CodeList, _ language: Language) -> String {
        let shown = list.codes.prefix(codesShownMax).map(\.code).joined(separator: ", ")
        return Catalogue.text(.expectCode, language: language, ["codes": shown])
    }
}
