import EnlaceBroker
import EnlaceModel
import EnlaceStore
import EnlaceWire

// Requests about persons, and approvals.
extension RequestHarness {
    func officerPropose(_ body: ClientOfficerPropose) async throws -> ClientResponse {
        let proposal = try await services.people.propose(
            body.statement.wireBytes, clientCertificate: body.clientCertificate.wireBytes,
            signingCertificate: body.signingCertificate.wireBytes, by: person)
        return pending(proposal)
    }

    func officerRevoke(_ body: ClientOfficerRevoke) async throws -> ClientResponse {
        let listing = try await services.people.revoke(body.statement.wireBytes, by: person)
        var response = ClientResponse()
        response.officers.officers = [ClientOfficer(listing)]
        return response
    }

    func officerList() async throws -> ClientResponse {
        var response = ClientResponse()
        response.officers.officers = try await services.people.list(person)
            .map(ClientOfficer.init)
        return response
    }

    func proposalList() async throws -> ClientResponse {
        var response = ClientResponse()
        response.proposals.proposals = try await services.proposals.list(person)
            .map(ClientProposal.init)
        return response
    }

    func proposalApprove(_ body: ClientProposalApprove) async throws -> ClientResponse {
        let proposal = try await services.proposals.approve(
            try MessageID(bytes: body.id.wireBytes), statement: body.statement.wireBytes,
            by: person)
        var response = ClientResponse()
        response.proposal.proposal = ClientProposal(proposal)
        response.proposal.state = "DONE"
        return response
    }

    func pending(_ proposal: ProposalRecord) -> ClientResponse {
        var response = ClientResponse()
        response.proposal.proposal = ClientProposal(proposal)
        response.proposal.state = "PENDING"
        return response
    }
}

extension ClientOfficer {
    fileprivate init(_ listing: PeopleDesk.Listing) {
        let record = listing.record
        self.init()
        officer = record.officer.text
        roles = record.roles.sorted().map(\.rawValue)
        state = record.revokedAt == nil ? "ACTIVE" : "REVOKED"
        addedAt = record.addedAt.milliseconds
        revokedAt = record.revokedAt?.milliseconds ?? 0
        clientFingerprint = .init(wire: record.clientFingerprint.bytes)
        signingFingerprint = .init(wire: record.signingFingerprint.bytes)
        certificatesEndAt = listing.certificatesEndAt.milliseconds
    }
}

extension ClientProposal {
    fileprivate init(_ proposal: ProposalRecord) {
        self.init()
        id = .init(wire: proposal.id.bytes)
        act = proposal.act
        subject = proposal.subject
        statement = .init(wire: proposal.statement)
        proposedBy = proposal.proposedBy.text
        proposedAt = proposal.proposedAt.milliseconds
    }
}
