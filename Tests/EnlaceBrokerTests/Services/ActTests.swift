import EnlaceModel
import Testing

@testable import EnlaceBroker

@Suite("Acts and roles")
struct ActTests {
    /// Who may do what, written out: a change here is a change of policy.
    private static let table: [Act: Set<Role>] = [
        .prepare: [.officer], .submit: [.officer], .read: [.officer], .withdraw: [.officer],
        .resend: [.officer], .list: [.officer, .auditor], .show: [.officer, .auditor],
        .auditHistory: [.auditor], .auditLogs: [.auditor], .auditEntries: [.auditor],
        .officerList: [.auditor, .administrator], .officerPropose: [.administrator],
        .officerRevoke: [.administrator], .peerPropose: [.administrator],
        .proposalList: [.administrator], .proposalApprove: [.administrator],
        .peerList: [.officer, .auditor, .administrator], .ownCard: [.auditor, .administrator],
        .status: [.auditor, .administrator],
    ]

    @Test("every act is for exactly the roles of the table", arguments: Act.allCases)
    func roles(_ act: Act) {
        #expect(act.roles == Self.table[act])
    }

    @Test("only officers receive or send bodies")
    func bodies() {
        for act in [Act.read, .submit] { #expect(act.roles == [.officer]) }
    }
}
