/// All texts for people, keyed by code, in English and Spanish.
///
/// Errors by `ErrorCode`, free messages by `MessageKey`, labels by the value that they name
/// (`Labelled`). Texts may change at any time; codes may not.
package enum Catalogue {
    /// What is wrong, in one clause: lower case start, no full stop.
    ///
    /// - Parameters:
    ///   - context: values for the placeholders; those a text does not use are ignored.
    ///   - object: what the error is about; usually shown beside the text and not in it.
    package static func text(
        forErrorCause code: ErrorCode, language: Language, context: [String: String] = [:],
        object: String = ""
    ) -> String {
        fill(errorText(code).cause, language, context, object)
    }

    /// What the person does next, in one clause: lower case start, no full stop.
    package static func text(
        forNextStep code: ErrorCode, language: Language, context: [String: String] = [:],
        object: String = ""
    ) -> String {
        fill(errorText(code).nextStep, language, context, object)
    }

    /// A free message with its placeholders filled in.
    package static func text(
        _ key: MessageKey, language: Language, _ values: [String: String] = [:]
    ) -> String {
        let template = messages[key] ?? BilingualText(key.rawValue, key.rawValue)
        return Placeholders.fill(template.text(in: language), values)
    }

    private static func fill(
        _ template: BilingualText, _ language: Language, _ context: [String: String],
        _ object: String
    ) -> String {
        let values = context.merging(["object": object]) { value, _ in value }
        return Placeholders.fill(template.text(in: language), values)
    }

    private static func errorText(_ code: ErrorCode) -> ErrorText {
        // A test sees to it that every code has a text; the raw code is still better than a trap.
        errors[code] ?? ErrorText(en: (code.rawValue, "–"), es: (code.rawValue, "–"))
    }
}

extension CodedError {
    /// What is wrong, for people.
    package func cause(in language: Language) -> String {
        Catalogue.text(
            forErrorCause: code, language: language, context: context, object: object)
    }

    /// What the person does next.
    package func nextStep(in language: Language) -> String {
        Catalogue.text(forNextStep: code, language: language, context: context, object: object)
    }
}
