import EnlaceBroker
import EnlaceModel
import EnlaceStore
import EnlaceWire

// Requests about peers and the own card.
extension RequestHarness {
    func card() async throws -> ClientResponse {
        let card = try await services.peers.ownCard(person)
        var response = ClientResponse()
        response.card.card = .init(wire: card.bytes)
        response.card.fingerprint = .init(wire: card.digest.bytes)
        return response
    }

    func peerPropose(_ body: ClientPeerPropose) async throws -> ClientResponse {
        pending(
            try await services.peers.propose(
                card: body.card.wireBytes, statement: body.statement.wireBytes, by: person))
    }

    func peerList() async throws -> ClientResponse {
        var response = ClientResponse()
        response.peers.peers = try await services.peers.list(person).map(ClientPeer.init)
        return response
    }
}

extension ClientPeer {
    fileprivate init(_ listing: PeerDesk.Listing) {
        let record = listing.record
        self.init()
        node = record.node.text
        state = record.isApproved ? "APPROVED" : "PENDING"
        fingerprint = .init(wire: record.fingerprint.bytes)
        cardVersion = record.cardVersion
        addresses = listing.addresses
        addedBy = record.addedBy.text
        approvedBy = record.approvedBy?.text ?? ""
        approvedAt = record.approvedAt?.milliseconds ?? 0
        cardEndsAt = listing.cardEndsAt.milliseconds
    }
}
