import EnlaceModel
import EnlaceWire

/// How the persons of a node are listed.
enum OfficerRendering {
    static func show(
        _ officers: [ClientOfficer], proposals: [ClientProposal], _ run: CommandRun
    ) {
        run.show(
            json: ListJSON.make(officers.map(json) + proposals.map(ProposalRendering.json)),
            lines: table(officers, run).lines + ProposalRendering.lines(proposals, run))
    }

    static func json(_ officer: ClientOfficer) -> JSONValue {
        [
            "officer": .string(officer.officer),
            "roles": .array(officer.roles.map(JSONValue.string)),
            "state": .string(officer.state),
            "addedAt": ItemRendering.time(officer.addedAt),
            "revokedAt": ItemRendering.time(officer.revokedAt),
            "clientFingerprint": .string(Hex.encode(officer.clientFingerprint)),
            "signingFingerprint": .string(Hex.encode(officer.signingFingerprint)),
            "certificatesEndAt": ItemRendering.time(officer.certificatesEndAt),
        ]
    }

    private static func table(_ officers: [ClientOfficer], _ run: CommandRun) -> Table {
        var table = Table(
            [.headingOfficer, .headingRoles, .headingState, .headingEnds].map { run.text($0) })
        for officer in officers {
            table.row([
                officer.officer, officer.roles.joined(separator: " "), officer.state,
                ItemRendering.text(milliseconds: officer.certificatesEndAt),
            ])
        }
        return table
    }
}
