import ArgumentParser
import EnlaceModel

/// `enlace peer approve NODE`: the second administrator compares the fingerprint and approves.
struct PeerApproveCommand: EnlaceSubcommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "approve", abstract: sentence(.helpPeerApprove),
            discussion: "enlace peer approve MX-FGR-FEVIMTRA --fingerprint '3f2a 91c0 …'")
    }

    @OptionGroup var options: GlobalOptions

    @Argument(help: help(.argumentNode))
    var node: String

    @Option(help: help(.optionFingerprint))
    var fingerprint: String?

    func perform(_ run: CommandRun) async throws {
        let approval = ProposalApproval(act: .peerAdd, subject: try NodeID(node).text)
        try await approval.perform(run) { content in
            guard let digest = content.fingerprint else { return }
            try run.confirm(digest, given: fingerprint, object: node)
        }
    }
}
