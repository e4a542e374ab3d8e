/// The draft of an acknowledgement, so that nobody else has to spell its fields.
package struct AcknowledgementDraft: Sendable {
    package let target: DocumentIdentity
    package let firstReadAt: Timestamp
    /// A code of `CL-OFFICERROLE`.
    package var officerRole = "OFFICER"
    package var urgency = Urgency.routine
    package var fileNumber: String?
    package var competentUnit: String?
    package var nextStepDate: CivilDate?
    /// Whether the acknowledged document holds synthetic data.
    package var isSynthetic = false

    package init(target: DocumentIdentity, firstReadAt: Timestamp) {
        self.target = target
        self.firstReadAt = firstReadAt
    }

    /// The draft, addressed to the originator only; markings are the strict ones.
    package var json: JSONValue {
        var object = JSONObject()
        object["type"] = .string(DocumentType.acknowledgement.code)
        object["urgency"] = .string(urgency.rawValue)
        object["to"] = [.string(target.origin.text)]
        object["inReplyTo"] = target.json
        object["officerRole"] = .string(officerRole)
        object["firstReadAt"] = .string(firstReadAt.text)
        object["fileNumber"] = fileNumber.map { .string($0) }
        object["competentUnit"] = competentUnit.map { .string($0) }
        object["nextStepDate"] = nextStepDate.map { .string($0.text) }
        if urgency == .immediate { object["urgencyReason"] = "INFORMATION_LOSES_VALUE" }
        if isSynthetic { object["synthetic"] = true }
        return .object(object)
    }
}
