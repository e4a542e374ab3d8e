import EnlaceModel
import EnlaceWire

/// How `node status` is shown.
enum StatusRendering {
    static func json(_ status: ClientStatus) -> JSONValue {
        [
            "node": .string(status.node),
            "environment": .string(status.environment),
            "software": .string(status.software),
            "cryptoLibrary": .string(status.cryptoLibrary),
            "startedAt": ItemRendering.time(status.startedAt),
            "clock": ItemRendering.time(status.clockMilliseconds),
            "diskBytesFree": .integer(Int64(clamping: status.diskBytesFree)),
            "healthy": .bool(status.isHealthy),
            "problems": .array(status.problems.map(JSONValue.string)),
            "peers": .array(status.peers.map(json(peer:))),
            "certificates": .array(status.certificates.map(json(certificate:))),
        ]
    }

    private static func json(peer: ClientPeerStatus) -> JSONValue {
        let counts = peer.counts.map {
            JSONObject.Member(name: $0.state, value: .integer(Int64($0.count)))
        }
        return [
            "node": .string(peer.node),
            "session": .string(peer.session),
            "address": .string(peer.address),
            "lastReceivedAt": ItemRendering.time(peer.lastReceivedAt),
            "lastSentAt": ItemRendering.time(peer.lastSentAt),
            "clockOffsetMilliseconds": .integer(peer.clockOffsetMilliseconds),
            "oldestQueuedAt": ItemRendering.time(peer.oldestQueuedAt),
            "counts": .object(JSONObject(counts)),
            "lastError": peer.lastError.isEmpty ? .null : .string(peer.lastError),
        ]
    }

    private static func json(certificate: ClientCertificateStatus) -> JSONValue {
        [
            "use": .string(certificate.use),
            "endsAt": ItemRendering.time(certificate.endsAt),
            "fingerprint": .string(Hex.encode(certificate.fingerprint)),
        ]
    }

    static func lines(_ status: ClientStatus, language: Language) -> [String] {
        let health: MessageKey = status.isHealthy ? .nodeHealthy : .nodeUnhealthy
        var lines = [
            Catalogue.text(
                .nodeLine, language: language,
                [
                    "node": status.node, "environment": status.environment,
                    "software": status.software, "library": status.cryptoLibrary,
                ]),
            Catalogue.text(
                health, language: language, ["problems": status.problems.joined(separator: " ")]),
            "",
        ]
        lines += peerTable(status.peers, language).lines
        lines += [""] + certificateTable(status.certificates, language).lines
        return lines
    }

    private static func peerTable(_ peers: [ClientPeerStatus], _ language: Language) -> Table {
        var table = Table(
            [
                .headingNode, .headingSession, .headingQueued, .headingLastReceived,
                .headingLastSent, .headingClockOffset, .headingError,
            ].map { Catalogue.text($0, language: language) })
        for peer in peers {
            let queued = peer.counts.first { $0.state == DeliveryState.queued.rawValue }?.count ?? 0
            table.row([
                peer.node, peer.session, String(queued),
                ItemRendering.text(milliseconds: peer.lastReceivedAt),
                ItemRendering.text(milliseconds: peer.lastSentAt),
                "\(peer.clockOffsetMilliseconds) ms", peer.lastError,
            ])
        }
        return table
    }

    private static func certificateTable(
        _ certificates: [ClientCertificateStatus], _ language: Language
    ) -> Table {
        var table = Table(
            [.headingUse, .headingEnds, .headingFingerprint].map {
                Catalogue.text($0, language: language)
            })
        for certificate in certificates {
            table.row([
                certificate.use, ItemRendering.text(milliseconds: certificate.endsAt),
                Hex.encode(certificate.fingerprint),
            ])
        }
        return table
    }
}
