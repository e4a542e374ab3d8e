import ArgumentParser
import EnlaceModel
import EnlaceWire

/// `enlace peer list`: the nodes enrolled here, and those that wait for approval.
struct PeerListCommand: EnlaceSubcommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list", abstract: sentence(.helpPeerList), discussion: "enlace peer list")
    }

    @OptionGroup var options: GlobalOptions

    func perform(_ run: CommandRun) async throws {
        let page = try await run.withNode { client in
            guard case .peers(let page) = try await client.request(.peerList(ClientPeerList()))
            else { throw NodeClient.unexpected("peer list") }
            return page
        }
        run.show(
            json: ListJSON.make(page.peers.map(Self.json)), lines: table(page.peers, run).lines)
    }

    static func json(_ peer: ClientPeer) -> JSONValue {
        [
            "node": .string(peer.node),
            "state": .string(peer.state),
            "fingerprint": .string(Hex.encode(peer.fingerprint)),
            "cardVersion": .integer(Int64(peer.cardVersion)),
            "addresses": .array(peer.addresses.map(JSONValue.string)),
            "addedBy": .string(peer.addedBy),
            "approvedBy": peer.approvedBy.isEmpty ? .null : .string(peer.approvedBy),
            "approvedAt": ItemRendering.time(peer.approvedAt),
            "cardEndsAt": ItemRendering.time(peer.cardEndsAt),
        ]
    }

    private func table(_ peers: [ClientPeer], _ run: CommandRun) -> Table {
        var table = Table(
            [.headingNode, .headingState, .headingAddress, .headingEnds, .headingFingerprint].map {
                run.text($0)
            })
        for peer in peers {
            table.row([
                peer.node, peer.state, peer.addresses.joined(separator: " "),
                ItemRendering.text(milliseconds: peer.cardEndsAt),
                Fingerprint(Array(peer.fingerprint)).grouped,
            ])
        }
        return table
    }
}
