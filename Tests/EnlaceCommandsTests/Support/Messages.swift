import EnlaceModel
import EnlaceWire

/// Messages of a node, one of each kind, with every field filled or with none.
enum Messages {
    static let id: [UInt8] = (0..<16).map { $0 == 6 ? 0x40 : $0 == 8 ? 0x80 : UInt8($0) }
    static let digest: [UInt8] = .init(repeating: 0xAB, count: 32)
    static let moment: UInt64 = 1_795_000_000_000

    static func item(isFull: Bool) -> ClientItem {
        .make { item in
            item.identity.origin = "US-DHS-HSI-NYC"
            item.identity.messageID = .init(wire: id)
            item.threadID = .init(wire: id)
            item.reference = "US-DHS-HSI-NYC/2026/000001"
            item.type = "LEAD"
            item.from = "US-DHS-HSI-NYC"
            item.to = ["MX-FGR-FEVIMTRA"]
            item.author = "US-DHS-HSI-NYC/ana-7f3a"
            item.urgency = "URGENT"
            item.trafficLight = "TLP:RED"
            item.draftedAt = moment
            item.expiresAt = moment + 1000
            item.content = .init(wire: digest)
            item.deliveries = [delivery(isFull: isFull)]
            item.state = isFull ? "RECEIVED" : "QUEUED"
            item.owner = "MX-FGR-FEVIMTRA"
            guard isFull else { return }
            item.inReplyTo.origin = "MX-FGR-FEVIMTRA"
            item.inReplyTo.messageID = .init(wire: id)
            item.awaiting = true
        }
    }

    static func delivery(isFull: Bool) -> ClientDelivery {
        .make { delivery in
            delivery.node = "MX-FGR-FEVIMTRA"
            delivery.state = isFull ? "RECEIVED" : "QUEUED"
            delivery.attempt = 1
            delivery.owner = "MX-FGR-FEVIMTRA"
            delivery.queuedAt = moment
            guard isFull else { return }
            delivery.sentAt = moment
            delivery.receivedAt = moment
            delivery.readAt = moment
            delivery.acknowledgedAt = moment
            delivery.nextAttemptAt = moment
            delivery.reason = "DIRECTORY_STALE"
            delivery.receiptLog = "enlace-training/MX-FGR-FEVIMTRA/US-DHS-HSI-NYC/1"
            delivery.receiptIndex = 7
            delivery.receiptAt = moment
        }
    }

    static func event(isFull: Bool) -> ClientEvent {
        .make { event in
            event.at = moment
            event.event = "RECEIVED"
            event.identity.origin = "US-DHS-HSI-NYC"
            event.identity.messageID = .init(wire: id)
            event.reference = "US-DHS-HSI-NYC/2026/000001"
            event.actor = "MX-FGR-FEVIMTRA"
            guard isFull else { return }
            event.recipient = "MX-FGR-FEVIMTRA"
            event.log = "enlace-training/MX-FGR-FEVIMTRA/US-DHS-HSI-NYC/1"
            event.index = 7
            event.reason = "CONFLICT"
        }
    }

    static func auditRow(isFull: Bool) -> ClientAuditRow {
        .make { row in
            row.log = "enlace-training/US-DHS-HSI-NYC/local/1"
            row.index = 3
            row.at = moment
            row.event = "READ"
            row.outcome = "OK"
            guard isFull else { return }
            row.actor = "US-DHS-HSI-NYC/ana-7f3a"
            row.messageID = .init(wire: id)
            row.digest = .init(wire: digest)
            row.object = "history"
        }
    }

    static func officer(isFull: Bool) -> ClientOfficer {
        .make { officer in
            officer.officer = "US-DHS-HSI-NYC/ana-7f3a"
            officer.roles = ["OFFICER"]
            officer.state = isFull ? "REVOKED" : "ACTIVE"
            officer.addedAt = moment
            officer.revokedAt = isFull ? moment : 0
            officer.clientFingerprint = .init(wire: digest)
            officer.signingFingerprint = .init(wire: digest)
            officer.certificatesEndAt = moment
        }
    }

    static let proposal = ClientProposal.make { proposal in
        proposal.id = .init(wire: id)
        proposal.act = "PEER_ADD"
        proposal.subject = "MX-FGR-FEVIMTRA"
        proposal.proposedBy = "US-DHS-HSI-NYC/adm-0a11"
        proposal.proposedAt = moment
    }

    static func peer(isFull: Bool) -> ClientPeer {
        .make { peer in
            peer.node = "MX-FGR-FEVIMTRA"
            peer.state = isFull ? "APPROVED" : "PENDING"
            peer.fingerprint = .init(wire: digest)
            peer.cardVersion = 1
            peer.addresses = ["enlace.example:7443"]
            peer.addedBy = "US-DHS-HSI-NYC/adm-0a11"
            peer.approvedBy = isFull ? "US-DHS-HSI-NYC/adm-0b22" : ""
            peer.approvedAt = isFull ? moment : 0
            peer.cardEndsAt = moment
        }
    }

    static func status(isFull: Bool) -> ClientStatus {
        .make { status in
            status.node = "US-DHS-HSI-NYC"
            status.environment = "TRAINING"
            status.software = "enlaced 0.1.0"
            status.cryptoLibrary = "OpenSSL 3.0.19"
            status.startedAt = moment
            status.clockMilliseconds = moment
            status.diskBytesFree = .max
            status.isHealthy = !isFull
            status.problems = isFull ? ["DISK_FULL"] : []
            status.peers = [
                .make { peer in
                    peer.node = "MX-FGR-FEVIMTRA"
                    peer.session = "WAITING"
                    peer.clockOffsetMilliseconds = -2
                    guard isFull else { return }
                    peer.address = "enlace.example:7443"
                    peer.lastReceivedAt = moment
                    peer.lastSentAt = moment
                    peer.oldestQueuedAt = moment
                    peer.lastError = "UNREACHABLE"
                    peer.counts = [
                        .make { count in
                            count.state = "QUEUED"
                            count.count = 12
                        }
                    ]
                }
            ]
            status.certificates = [
                .make { certificate in
                    certificate.use = "TLS"
                    certificate.endsAt = moment
                    certificate.fingerprint = .init(wire: digest)
                }
            ]
        }
    }

    static func auditLog() -> ClientAuditLog {
        .make { log in
            log.origin = "enlace-training/US-DHS-HSI-NYC/local/1"
            log.isOwn = true
            log.size = 30
        }
    }
}
