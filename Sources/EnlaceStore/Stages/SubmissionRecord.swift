package import EnlaceLog
package import EnlaceModel

/// What the stages Submission, Validation and Release leave behind, in one transaction.
package struct SubmissionRecord: Sendable {
    package let document: DocumentRecord
    /// One queue row each; the node itself is never among them.
    package let queuedFor: [NodeID]
    /// What the document does to the one it answers.
    package let effect: DeliveryEffect?
    /// At most one document of this type by this node about its target.
    package let isOncePerTarget: Bool
    package let localEntries: [EntryDraft]

    package init(
        document: DocumentRecord, queuedFor: [NodeID], effect: DeliveryEffect?,
        isOncePerTarget: Bool, localEntries: [EntryDraft]
    ) {
        self.document = document
        self.queuedFor = queuedFor
        self.effect = effect
        self.isOncePerTarget = isOncePerTarget
        self.localEntries = localEntries
    }
}

/// What became of a submission; the unique keys of the store decide, not a check before it.
package enum SubmissionOutcome: Sendable, Equatable {
    case stored
    /// The same content under the same identity was there already: nothing was written.
    case alreadyStored
    /// Other content is there under this identity; the first stays untouched.
    case conflict
    /// This node has answered the target with this type before, by that document.
    case alreadyAnswered(by: DocumentIdentity)
}
