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

    // What would have been right, in findings about a document
    case expectNothing = "expect.nothing"
    case expectOnce = "expect.once"
    case expectLine = "expect.line"
    case expectText = "expect.text"
    case expectCode = "expect.code"
    case expectCodeBy = "expect.codeBy"
    case expectForm = "expect.form"
    case expectInteger = "expect.integer"
    case expectFlag = "expect.flag"
    case expectDigest = "expect.digest"
    case expectHandling = "expect.handling"
    case expectObject = "expect.object"
    case expectList = "expect.list"
    case expectKnownField = "expect.knownField"
    case expectNearField = "expect.nearField"
    case expectAtMost = "expect.atMost"
    case expectAtLeast = "expect.atLeast"
    case expectAtMostBytes = "expect.atMostBytes"
    case expectWithout = "expect.without"
    case expectOfficersOf = "expect.officersOf"
    case expectOtherThan = "expect.otherThan"
    case expectAfter = "expect.after"
    case expectNotAfter = "expect.notAfter"
    case expectSame = "expect.same"
    case expectTypes = "expect.types"
}
