import EnlaceModel

/// How an error is shown: for people three short lines, with `--json` one object.
enum ErrorRendering {
    static func lines(_ error: any CodedError, language: Language) -> [String] {
        let object = VisibleText.make(error.object)
        var lines = ["enlace: \(object): \(error.cause(in: language)) [\(error.code.rawValue)]"]
        lines += error.details.map { detail in
            let place = detail.pointer.isEmpty ? "/" : VisibleText.make(detail.pointer)
            return "  \(place): \(detail.expectation) [\(detail.code.rawValue)]"
        }
        let next = error.nextStep(in: language)
        lines.append("  \(Catalogue.text(.errorNextStep, language: language, ["nextStep": next]))")
        return lines
    }

    /// The object of the contract: `code`, `object`, `cause`, `nextStep`, `details[]`.
    static func json(_ error: any CodedError, language: Language) -> JSONValue {
        [
            "code": .string(error.code.rawValue),
            "object": .string(VisibleText.make(error.object)),
            "cause": .string(error.cause(in: language)),
            "nextStep": .string(error.nextStep(in: language)),
            "details": .array(
                error.details.map { detail in
                    [
                        "pointer": .string(detail.pointer),
                        "code": .string(detail.code.rawValue),
                        "expectation": .string(detail.expectation),
                    ]
                }),
        ]
    }
}
