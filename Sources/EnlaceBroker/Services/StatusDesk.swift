package import EnlaceCrypto
package import EnlaceModel
import EnlaceStore

/// How the node stands, for auditors, administrators and monitoring.
package struct StatusDesk: Sendable {
    /// Warns while fewer bytes than this are free for the store.
    package static let diskBytesLow: UInt64 = 256 << 20
    /// Warns from this long before a certificate ends.
    package static let certificateWarning: Duration = .seconds(30 * 86_400)

    package struct Peer: Sendable {
        package let node: NodeID
        package let address: String
        package let channel: ChannelStatus
        package let counts: [DeliveryState: Int]
        /// When the first of the queued rows is due.
        package let nextDueAt: Timestamp?
    }

    package struct CertificateEnd: Sendable {
        /// TLS, ENCRYPTION or STATEMENT.
        package let use: String
        package let endsAt: Timestamp
        package let fingerprint: SHA256Digest
    }

    package struct Status: Sendable {
        package let node: NodeID
        package let environment: RunEnvironment
        package let cryptoLibrary: LibraryVersion
        package let startedAt: Timestamp
        package let now: Timestamp
        package let diskBytesFree: UInt64
        package let peers: [Peer]
        package let certificates: [CertificateEnd]
        /// Stable codes of what is wrong, the healthy node has none.
        package let problems: [ErrorCode]
    }

    private let context: ServiceContext
    private let dispatcher: Dispatcher
    private let startedAt: Timestamp
    private let diskRoom: @Sendable () throws -> UInt64

    /// - Parameter diskRoom: how many bytes are free where the store is.
    package init(
        _ context: ServiceContext, dispatcher: Dispatcher,
        diskRoom: @escaping @Sendable () throws -> UInt64
    ) {
        self.context = context
        self.dispatcher = dispatcher
        self.diskRoom = diskRoom
        startedAt = context.clock.now()
    }

    package func status(_ person: Person) async throws -> Status {
        try await context.authorise(person, .status)
        let now = context.clock.now()
        let room = (try? diskRoom()) ?? 0
        let certificates = certificates
        return Status(
            node: context.node, environment: context.store.identity.environment,
            cryptoLibrary: .running, startedAt: startedAt, now: now, diskBytesFree: room,
            peers: try await peers(), certificates: certificates,
            problems: problems(room: room, certificates: certificates, now: now))
    }

    private func peers() async throws -> [Peer] {
        let counts = try await context.store.deliveryCounts()
        let due = try await context.store.queuedPeers()
        return context.trust.peers.map { peer in
            Peer(
                node: peer.node,
                address: context.trust.knownCard(peer.node)?.content.addresses.first ?? "",
                channel: dispatcher.status(of: peer.node), counts: counts[peer.node] ?? [:],
                nextDueAt: due[peer.node])
        }
    }

    private var certificates: [CertificateEnd] {
        let credentials = context.trust.credentials
        return [
            ("TLS", credentials.tls), ("ENCRYPTION", credentials.encryption),
            ("STATEMENT", credentials.statement),
        ].map { use, credential in
            CertificateEnd(
                use: use, endsAt: credential.certificate.notAfter,
                fingerprint: credential.certificate.fingerprint)
        }
    }

    private func problems(
        room: UInt64, certificates: [CertificateEnd], now: Timestamp
    ) -> [ErrorCode] {
        var problems: [ErrorCode] = []
        if room < Self.diskBytesLow { problems.append(.diskFull) }
        let soon = now.advanced(by: Self.certificateWarning)
        if certificates.contains(where: { $0.endsAt < soon }) {
            problems.append(.certificateExpired)
        }
        problems += context.trust.peers.compactMap(\.trouble)
        if let own = context.trust.ownTrouble { problems.append(own) }
        return problems
    }
}
