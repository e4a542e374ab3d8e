import ArgumentParser
import EnlaceModel
import EnlaceWire

/// `enlace officer revoke OFFICER`: one administrator suffices, because it must be fast.
struct OfficerRevokeCommand: EnlaceSubcommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "revoke", abstract: sentence(.helpOfficerRevoke),
            discussion: "enlace officer revoke US-DHS-HSI-NYC/ana-7f3a")
    }

    @OptionGroup var options: GlobalOptions

    @Argument(help: help(.argumentOfficer))
    var officer: String

    func perform(_ run: CommandRun) async throws {
        let revoked = try OfficerID(officer)
        let statement = try run.sign { at, _ in
            StatementContent.revokingOfficer(revoked, on: at)
        }
        let request = ClientOfficerRevoke.make { $0.statement = .init(wire: statement) }
        let page = try await run.withNode { client in
            guard case .officers(let page) = try await client.request(.officerRevoke(request))
            else { throw NodeClient.unexpected("officer revoke") }
            return page
        }
        OfficerRendering.show(page.officers, proposals: [], run)
    }
}
