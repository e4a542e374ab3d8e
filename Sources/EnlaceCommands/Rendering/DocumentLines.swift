import EnlaceModel

/// A document as lines: label, colon, value; what belongs together is indented.
enum DocumentLines {
    static func make(_ document: Document, language: Language) -> [String] {
        let rendering = DocumentRendering(document, language: language)
        let newer =
            document.isOfNewerSchema
            ? [
                Catalogue.text(
                    .documentNewerSchema, language: language,
                    ["schema": document.header.schema.text])
            ] : []
        return newer + make(rendering.header) + [""] + make(rendering.body)
    }

    static func make(_ lines: [DocumentRendering.Line]) -> [String] {
        lines.flatMap { line -> [String] in
            let indent = String(repeating: "  ", count: line.depth)
            if line.value.isEmpty { return ["\(indent)\(line.label):"] }
            let parts = line.value.split(separator: "\n", omittingEmptySubsequences: false)
            let first = "\(indent)\(line.label): \(parts.first ?? "")"
            return [first] + parts.dropFirst().map { "\(indent)  \($0)" }
        }
    }
}

/// The line above and below everything that shows content.
enum DocumentBanner {
    static func line(_ header: DocumentHeader, language: Language) -> String {
        let text = Catalogue.text(
            .banner, language: language,
            [
                "tlp": header.trafficLight.rawValue,
                "handling": VisibleText.make(header.handling.joined(separator: ", ")),
            ])
        return "==== \(text) ===="
    }
}
