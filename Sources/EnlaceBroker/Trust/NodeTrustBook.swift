package import EnlaceCrypto
import EnlaceLog
package import EnlaceModel
package import EnlaceStore
import Synchronization

/// What changed in the trust of the own node; told after it is durable.
package enum TrustChange: Sendable, Equatable {
    /// A person was added or revoked; a person with a session may have lost it.
    case roster
    /// A new version of the own officer directory waits to be pushed.
    case ownDirectory
    /// A peer was approved or has a new card.
    case peer(NodeID)
}

/// The trust book of a running node: rebuilt from the store at start, kept in step with it.
///
/// Readers never wait: state is a value behind a mutex. Changes run one after the other, the store
/// first, memory after it; a failed store call changes nothing here.
package final class NodeTrustBook: TrustBook {
    struct State: Sendable {
        var peers: [NodeID: KnownPeer] = [:]
        var judgements: [NodeID: KnownPeer.Judgement] = [:]
        var roster: Roster
        var ownSigners: OwnSigners
        /// Judges the own persons by `revocationLists`, DER.
        var ownAuthorities: PinnedAuthorities
        var revocationLists: [[UInt8]]
        var ownDirectory: PublishedDirectory?
        var observers: [@Sendable (TrustChange) -> Void] = []

        mutating func judgeOwn(at time: Timestamp) {
            ownSigners = OwnSigners(roster, authorities: ownAuthorities, at: time)
        }
    }

    package let ownKeys: NodeKeys
    package let credentials: NodeCredentials
    let store: any Store
    let clock: any WallClock
    let random: any RandomSource
    let hasher: TreeHasher
    let lane = AsyncLane()
    private let state: Mutex<State>

    /// Rebuilds the book; throws `STORE_DAMAGED` when a card or a directory in it does not open.
    package init(
        store: any Store, keys: NodeKeys, credentials: NodeCredentials, clock: any WallClock,
        random: any RandomSource
    ) async throws {
        self.store = store
        self.clock = clock
        self.random = random
        self.credentials = credentials
        ownKeys = keys
        hasher = TreeHasher(sha256: { SHA256.digest($0) })
        let authorities = try PinnedAuthorities(
            issuers: credentials.officerIssuers, revocationLists: credentials.revocationLists)
        let roster = try Roster(try await store.officers())
        var initial = State(
            roster: roster,
            ownSigners: OwnSigners(roster, authorities: authorities, at: clock.now()),
            ownAuthorities: authorities, revocationLists: credentials.revocationLists)
        for record in try await store.peers() {
            let peer = try await Self.load(record, store: store)
            initial.peers[record.node] = peer
            if record.isApproved {
                initial.judgements[record.node] = try peer.judge(at: clock.now(), hasher: hasher)
            }
        }
        initial.ownDirectory = try await store.newestDirectory(of: keys.node).map {
            PublishedDirectory(version: $0.version, digest: $0.digest, bytes: $0.bytes)
        }
        state = Mutex(initial)
    }

    private static func load(_ record: PeerRecord, store: any Store) async throws -> KnownPeer {
        do {
            let card = try NodeCard(record.card)
            let newest = try await store.newestDirectory(of: record.node)
            let directory = try newest.map { newest throws(BrokerError) in
                try OfficerDirectory(
                    newest.bytes, node: record.node, environment: card.content.environment,
                    statement: nil)
            }
            return KnownPeer(record: record, card: card, directory: directory)
        } catch let error as BrokerError {
            throw BrokerError(
                .storeDamaged, object: record.node.text, context: ["reason": "\(error)"])
        }
    }

    /// Calls `observer` after every later change, on the task of the change; it must not wait.
    package func observe(_ observer: @escaping @Sendable (TrustChange) -> Void) {
        state.withLock { $0.observers.append(observer) }
    }

    func tell(_ change: TrustChange) {
        for observer in state.withLock({ $0.observers }) { observer(change) }
    }

    func read<Value: Sendable>(_ body: (borrowing State) throws -> Value) rethrows -> Value {
        try state.withLock { try body($0) }
    }

    func write<Value: Sendable>(_ body: (inout State) throws -> Value) rethrows -> Value {
        try state.withLock { state in
            let value = try body(&state)
            return value
        }
    }
}

// What the stages ask.
extension NodeTrustBook {
    package var ownDirectory: PublishedDirectory? { read { $0.ownDirectory } }

    package var peers: [PeerTrust] {
        let nodes = read { Array($0.judgements.keys) }
        return nodes.sorted().compactMap { peer($0) }
    }

    package func peer(_ node: NodeID) -> PeerTrust? { judgement(of: node)?.trust }

    /// The approved peer that a TLS certificate names, when it holds under that peer's pin.
    ///
    /// - Parameter chain: what else the peer sent.
    package func node(tls certificate: Certificate, chain: [Certificate]) throws -> NodeID {
        guard case .node(let node) = certificate.name else {
            throw BrokerError(.certificateWrongName, object: certificate.subject)
        }
        guard let judgement = judgement(of: node) else {
            throw BrokerError(.peerNotApproved, object: node.text)
        }
        try judgement.nodeAuthorities.check(
            certificate, for: .nodeTLS, name: .node(node), at: clock.now(), intermediates: chain)
        return node
    }

    private func judgement(of node: NodeID) -> KnownPeer.Judgement? {
        let now = clock.now()
        return write { state in
            guard let judgement = state.judgements[node] else { return nil }
            guard judgement.reviewAt.map({ now > $0 }) ?? false, let peer = state.peers[node],
                let fresh = try? peer.judge(at: now, hasher: hasher)
            else { return judgement }
            state.judgements[node] = fresh
            return fresh
        }
    }

    package func ownSigner(_ certificate: SHA256Digest) -> TrustedSigner? {
        withOwnSigners { $0[certificate] }
    }

    /// Why no person of this node could sign now, such as `REVOCATION_LIST_STALE`.
    package var ownTrouble: ErrorCode? { withOwnSigners { $0.trouble } }

    private func withOwnSigners<Value: Sendable>(_ body: (OwnSigners) -> Value) -> Value {
        let now = clock.now()
        return write { state in
            if state.ownSigners.reviewAt.map({ now > $0 }) ?? false {
                state.judgeOwn(at: now)
            }
            return body(state.ownSigners)
        }
    }

    /// The person whom a client certificate, in DER, logs in; costs no decoding, so that every
    /// request may ask.
    ///
    /// Throws `OFFICER_UNKNOWN` for a certificate that is not on the roster, `OFFICER_REVOKED`, and
    /// what else speaks against it.
    package func person(client certificate: [UInt8]) throws -> Person {
        let fingerprint = SHA256.digest(certificate)
        guard let member = read({ $0.roster.member(client: fingerprint) }) else {
            throw BrokerError(.officerUnknown, object: fingerprint.hex)
        }
        let officer = member.record.officer
        guard member.record.revokedAt == nil else {
            throw BrokerError(.officerRevoked, object: officer.text)
        }
        try ownAuthorities.check(
            member.client, for: .officerClient, name: .officer(officer), at: clock.now())
        return Person(officer: officer, roles: member.record.roles)
    }

    /// The newest card held of a peer, approved or not.
    package func knownCard(_ node: NodeID) -> NodeCard? { read { $0.peers[node]?.card } }

    func checkOwn(
        _ certificate: Certificate, for use: CertificateProfile, officer: OfficerID
    ) throws {
        try ownAuthorities.check(certificate, for: use, name: .officer(officer), at: clock.now())
    }

    private var ownAuthorities: PinnedAuthorities { read { $0.ownAuthorities } }

    func replaceRoster(with record: OfficerRecord) throws {
        let now = clock.now()
        try write { state in
            try state.roster.put(record)
            state.judgeOwn(at: now)
        }
    }
}

/// The own persons' signing certificates, judged once.
struct OwnSigners: Sendable {
    private let signers: [SHA256Digest: TrustedSigner]
    /// The next moment at which a judgement ends; nil when none does by itself.
    let reviewAt: Timestamp?
    /// Why nobody's signature can be judged now.
    let trouble: ErrorCode?

    init(_ roster: Roster, authorities: PinnedAuthorities, at time: Timestamp) {
        var signers: [SHA256Digest: TrustedSigner] = [:]
        var moments: [Timestamp] = []
        for (officer, member) in roster.members {
            let judgement =
                member.record.revokedAt != nil
                ? PinnedAuthorities.Judgement(refusal: .signerRevoked, reviewAt: nil)
                : authorities.judge(signer: member.signing, officer: officer, at: time)
            if let moment = judgement.reviewAt { moments.append(moment) }
            signers[member.signing.fingerprint] = TrustedSigner(
                officer: officer, certificate: member.signing, roles: member.record.roles,
                refusal: judgement.refusal)
        }
        self.signers = signers
        reviewAt = moments.min()
        trouble = signers.values.compactMap(\.refusal).first(where: PinnedAuthorities.isTrouble)
    }

    subscript(certificate: SHA256Digest) -> TrustedSigner? { signers[certificate] }
}
