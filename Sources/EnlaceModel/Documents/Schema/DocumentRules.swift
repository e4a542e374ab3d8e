/// How documents of one type relate to others: all that broker and store need to know about a type.
package struct DocumentRules: Sendable {
    /// Which documents a type may answer.
    package enum Answers: Sendable {
        case nothing
        /// Any document that may be answered.
        case anything
        case types(Set<DocumentType>)
    }

    /// What a document of this type may answer.
    package let answers: Answers
    /// Whether it must answer something; otherwise it may start a thread.
    package let mustAnswer: Bool
    /// Whether its author must have read the target first.
    package let requiresReadingOfTarget: Bool
    /// Whether there is at most one per target and answering node.
    package let oncePerAnswerer: Bool
    /// The state to which its arrival brings the target at the answering node.
    package let effectOnTarget: DeliveryState?
    /// Whether others may answer it.
    package let mayBeAnswered: Bool

    package init(
        answers: Answers, mustAnswer: Bool = false, requiresReadingOfTarget: Bool = false,
        oncePerAnswerer: Bool = false, effectOnTarget: DeliveryState? = nil,
        mayBeAnswered: Bool = true
    ) {
        self.answers = answers
        self.mustAnswer = mustAnswer
        self.requiresReadingOfTarget = requiresReadingOfTarget
        self.oncePerAnswerer = oncePerAnswerer
        self.effectOnTarget = effectOnTarget
        self.mayBeAnswered = mayBeAnswered
    }

    /// What holds for a type that is not known here: it may be answered and has no effect itself.
    package static let unknown = DocumentRules(answers: .anything)

    /// Whether a document of this type may answer one of another.
    package func mayAnswer(_ target: DocumentType) -> Bool {
        guard DocumentSchemas.rules(for: target).mayBeAnswered else { return false }
        switch answers {
        case .nothing: return false
        case .anything: return true
        case .types(let types): return types.contains(target)
        }
    }
}
