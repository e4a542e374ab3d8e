/// What a person may do at their node. Auditors and administrators never receive a body.
package enum Role: String, Sendable, CaseIterable, Comparable {
    case officer = "OFFICER"
    case auditor = "AUDITOR"
    case administrator = "ADMINISTRATOR"

    package static func < (left: Role, right: Role) -> Bool { left.rawValue < right.rawValue }
}
