import ArgumentParser
import EnlaceModel
import EnlaceWire

/// `enlace officer list`: the persons of this node, and what waits for a second administrator.
struct OfficerListCommand: EnlaceSubcommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list", abstract: sentence(.helpOfficerList),
            discussion: "enlace officer list")
    }

    @OptionGroup var options: GlobalOptions

    func perform(_ run: CommandRun) async throws {
        let (officers, proposals) = try await run.withNode { client in
            let list = ClientRequest.OneOf_Body.officerList(ClientOfficerList())
            guard case .officers(let page) = try await client.request(list),
                case .proposals(let pending) = try await client.request(
                    .proposalList(ClientProposalList()))
            else { throw NodeClient.unexpected("officer list") }
            return (page.officers, pending.proposals)
        }
        OfficerRendering.show(officers, proposals: proposals, run)
    }
}
