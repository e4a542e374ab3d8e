import ArgumentParser
import EnlaceCrypto
import EnlaceFiles
import EnlaceModel
import EnlaceWire

/// `enlace peer add CARD`: the first administrator proposes a node under its card, having compared
/// the fingerprint; nothing takes effect before a second one approves.
struct PeerAddCommand: EnlaceSubcommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "add", abstract: sentence(.helpPeerAdd),
            discussion: "enlace peer add mx-fgr-fevimtra.card --fingerprint '3f2a 91c0 …'")
    }

    @OptionGroup var options: GlobalOptions

    @Argument(help: help(.argumentCard))
    var card: String

    @Option(help: help(.optionFingerprint))
    var fingerprint: String?

    func perform(_ run: CommandRun) async throws {
        let bytes = try FileSystem.read(card, bytesMax: CardContent.bytesMax)
        let digest = SHA256.digest(bytes)
        let content = try CardContent(UnverifiedSignedDocument(bytes).content)
        try run.confirm(digest, given: fingerprint, object: content.node.text)
        let statement = try run.sign { at, officer in
            StatementContent.addingPeer(content.node, card: digest, at: officer.node, on: at)
        }
        let request = ClientPeerPropose.make { propose in
            propose.card = .init(wire: bytes)
            propose.statement = .init(wire: statement)
        }
        let result = try await run.withNode { client in
            guard case .proposal(let result) = try await client.request(.peerPropose(request))
            else { throw NodeClient.unexpected("peer add") }
            return result
        }
        ProposalRendering.show(result, run)
    }
}
