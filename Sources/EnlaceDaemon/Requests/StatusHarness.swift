import EnlaceBroker
import EnlaceCrypto
import EnlaceModel
import EnlaceWire

// The node's status.
extension RequestHarness {
    func status() async throws -> ClientResponse {
        let status = try await services.status.status(person)
        var message = ClientStatus()
        message.node = status.node.text
        message.environment = status.environment.rawValue
        message.software = "enlaced \(EnlaceVersion.text)"
        message.cryptoLibrary = "OpenSSL \(status.cryptoLibrary)"
        message.startedAt = status.startedAt.milliseconds
        message.clockMilliseconds = status.now.milliseconds
        message.diskBytesFree = status.diskBytesFree
        message.peers = status.peers.map(ClientPeerStatus.init)
        message.certificates = status.certificates.map { certificate in
            var end = ClientCertificateStatus()
            end.use = certificate.use
            end.endsAt = certificate.endsAt.milliseconds
            end.fingerprint = .init(wire: certificate.fingerprint.bytes)
            return end
        }
        message.isHealthy = status.problems.isEmpty
        message.problems = status.problems.map(\.rawValue)
        var response = ClientResponse()
        response.status = message
        return response
    }
}

extension ClientPeerStatus {
    fileprivate init(_ peer: StatusDesk.Peer) {
        self.init()
        node = peer.node.text
        session = peer.channel.session.rawValue
        lastReceivedAt = peer.channel.lastReceivedAt?.milliseconds ?? 0
        lastSentAt = peer.channel.lastSentAt?.milliseconds ?? 0
        clockOffsetMilliseconds = peer.channel.clockOffset.map { $0.wholeMilliseconds } ?? 0
        counts = DeliveryState.allCases.compactMap { state in
            guard let count = peer.counts[state], count > 0 else { return nil }
            var entry = ClientStateCount()
            entry.state = state.rawValue
            entry.count = UInt64(count)
            return entry
        }
        oldestQueuedAt = peer.nextDueAt?.milliseconds ?? 0
        lastError = peer.channel.lastError?.rawValue ?? ""
        address = peer.address
    }
}

extension Duration {
    fileprivate var wholeMilliseconds: Int64 {
        components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
    }
}
