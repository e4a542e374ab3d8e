/// The free messages of the product: headings, confirmations, prompts.
///
/// Any module adds its cases here and their texts in `Catalogue+Messages.swift` (or in a file
/// `Catalogue+Messages<Module>.swift` that is listed there). A test fails when a text is missing.
package enum MessageKey: String, Sendable, CaseIterable {
    // Headings of tables and lists
    case headingReference = "heading.reference"
    case headingType = "heading.type"
    case headingFrom = "heading.from"
    case headingTo = "heading.to"
    case headingUrgency = "heading.urgency"
    case headingState = "heading.state"
    case headingTitle = "heading.title"
    case headingDraftedAt = "heading.draftedAt"
    case headingExpiresAt = "heading.expiresAt"
    case headingRecipient = "heading.recipient"
    case headingReceipt = "heading.receipt"
    case headingReading = "heading.reading"
    case headingAcknowledgement = "heading.acknowledgement"
    case headingTime = "heading.time"
    case headingEvent = "heading.event"
    case headingOfficer = "heading.officer"
    case headingRoles = "heading.roles"
    case headingNode = "heading.node"
    case headingFingerprint = "heading.fingerprint"
    case nothingToShow = "nothingToShow"

    // Errors as shown to people
    case errorCause = "error.cause"
    case errorNextStep = "error.nextStep"

    // Documents
    case documentValid = "document.valid"
    case documentFindings = "document.findings"
    case documentNewerSchema = "document.newerSchema"
    case yes = "yes"
    case no = "no"
    case banner = "banner"
}
