/// Cause and next step of one error code in both languages.
struct ErrorText: Sendable {
    let cause: BilingualText
    let nextStep: BilingualText

    init(
        en english: (cause: String, nextStep: String), es spanish: (cause: String, nextStep: String)
    ) {
        cause = BilingualText(english.cause, spanish.cause)
        nextStep = BilingualText(english.nextStep, spanish.nextStep)
    }
}

extension Catalogue {
    /// All error texts; the sections stand in files of their own, in the order of `ErrorCode`.
    static let errors: [ErrorCode: ErrorText] =
        errorSections.reduce(into: [:]) { all, section in all.merge(section) { first, _ in first } }

    static let errorSections: [[ErrorCode: ErrorText]] = [
        fileErrors, valueErrors, documentErrors, keyErrors, signatureErrors, deliveryErrors,
        peopleErrors, logErrors, sessionErrors, serviceErrors,
    ]
}
