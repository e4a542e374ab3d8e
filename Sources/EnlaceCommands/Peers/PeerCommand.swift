import ArgumentParser
import EnlaceModel

/// `enlace peer`: the nodes that the own node talks to.
struct PeerCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "peer", abstract: sentence(.helpPeer),
            subcommands: [
                PeerCardCommand.self, PeerAddCommand.self, PeerApproveCommand.self,
                PeerListCommand.self,
            ])
    }
}
