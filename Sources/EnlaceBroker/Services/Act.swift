package import EnlaceModel

/// Everything a person can ask of their node, and the roles that may: the only place where rights by
/// role are decided.
package enum Act: String, Sendable, CaseIterable {
    // Documents: officers. Auditors see lists and timelines, never a body.
    case prepare
    case submit
    case list
    case show
    case read
    case withdraw
    case resend
    // Evidence
    case auditHistory
    case auditLogs
    case auditEntries
    // People and peers
    case officerList
    case officerPropose
    case officerRevoke
    case peerList
    case peerPropose
    case proposalList
    case proposalApprove
    case ownCard
    // The node
    case status

    /// Any of these roles suffices.
    package var roles: Set<Role> {
        switch self {
        case .prepare, .submit, .read, .withdraw, .resend: [.officer]
        case .list, .show: [.officer, .auditor]
        case .auditHistory, .auditLogs, .auditEntries: [.auditor]
        case .officerList: [.auditor, .administrator]
        case .officerPropose, .officerRevoke, .peerPropose, .proposalList, .proposalApprove:
            [.administrator]
        // Officers choose recipients among the peers.
        case .peerList: [.officer, .auditor, .administrator]
        case .ownCard, .status: [.auditor, .administrator]
        }
    }
}
