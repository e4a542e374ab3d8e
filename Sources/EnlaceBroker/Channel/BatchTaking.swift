import EnlaceLog
import EnlaceModel
import EnlaceStore
import EnlaceWire
import Logging

/// Takes a peer's batches: proof that each extends the copy held, Admission and Settlement of its
/// entries, one transaction, and only then the cosignature.
struct BatchTaking {
    private let context: BrokerContext
    private let state: SessionState
    private let peer: NodeID
    private let announcedDirectory: UInt32
    /// The copy of the peer's log.
    private(set) var held: TreeEdge
    /// A batch was deferred: what was sent behind it is dropped until the peer starts again.
    private var isDeferring = false

    init(
        context: BrokerContext, state: SessionState, peer: NodeID, held: TreeEdge,
        announcedDirectory: UInt32
    ) {
        self.context = context
        self.state = state
        self.peer = peer
        self.held = held
        self.announcedDirectory = announcedDirectory
    }

    mutating func take(_ batch: UnverifiedBatch) async throws {
        if isDeferring, batch.oldSize != held.size { return }
        isDeferring = false
        do {
            try await record(batch)
        } catch let error as any CodedError where Self.isLocalTrouble(error) {
            isDeferring = true
            context.logger.warning(
                "batch is deferred",
                metadata: ["peer": "\(peer)", "code": "\(error.code.rawValue)"])
            context.dispatcher.update(peer) { $0.lastError = error.code }
            say(
                .init(
                    heldSize: held.size, wait: context.limits.deferDelay,
                    code: error.code.rawValue))
        }
    }

    private mutating func record(_ batch: UnverifiedBatch) async throws {
        guard let trust = context.trust.peer(peer) else {
            throw BrokerError(.peerNotApproved, object: peer.text)
        }
        if let trouble = trust.trouble { throw BrokerError(trouble, object: peer.text) }
        let growth = try await verify(batch, trust)
        let own = OwnCheckpoints(context: context, peer: trust, state: state)
        var cosigned: (CosignatureRecord, CheckpointRecord)?
        if let stated = batch.cosignature { cosigned = try await own.cosignature(stated) }
        let settlements = try await settlements(of: growth, batch)
        let admission = Admission(
            context: context, peer: trust, announcedDirectory: announcedDirectory)
        let record = PeerBatchRecord(
            peer: peer, ownLog: context.channelLog(to: peer), copy: growth,
            admissions: try await admission.judge(growth, batch.sealed), settlements: settlements,
            cosignature: cosigned?.0, ownCheckpoint: cosigned?.1, localEntries: [],
            at: context.clock.now())
        let outcome = try await context.store.recordPeerBatch(record)
        try finish(growth, record, outcome)
    }

    /// What follows the transaction: nothing here can be lost, only repeated.
    private mutating func finish(
        _ growth: VerifiedExtension, _ record: PeerBatchRecord, _ outcome: PeerBatchOutcome
    ) throws {
        held = growth.edge
        let line = try Witness(context: context).line(on: growth.head, of: growth.origin)
        state.cosigned(growth.head, line: line)
        state.isAnswered(record.settlements.compactMap(\.answeredIndex))
        if let cosignature = record.cosignature { note(cosignature) }
        for identity in outcome.admitted { log("admitted", identity, stage: "admission") }
        for identity in outcome.settled { log("settled", identity, stage: "settlement") }
        for identity in outcome.conflicts {
            log("other content under a known identity", identity, stage: "admission")
        }
        if outcome.answers != nil || !record.settlements.isEmpty { state.signal.raise() }
    }

    private func note(_ cosignature: CosignatureRecord) {
        state.peerHolds(cosignature.size)
        let isWhole = state.newestSignedSize <= cosignature.size
        let now = context.clock.now()
        context.dispatcher.update(peer) { $0.uncosignedSince = isWhole ? nil : now }
    }

    private func verify(
        _ batch: UnverifiedBatch, _ trust: PeerTrust
    ) async throws -> VerifiedExtension {
        let origin = context.copyLog(of: peer)
        do {
            let key = try NoteVerifier(
                name: origin.text, publicKey: trust.logKey, hasher: context.hasher)
            return try CopyVerifier(origin: origin, logKey: key, primitives: .product).extend(
                held: held, oldSize: batch.oldSize, entries: batch.entries,
                checkpoint: batch.checkpoint)
        } catch {
            if Self.provesMisbehaviour(error.code) { try await keepEvidence(batch, error.code) }
            throw error
        }
    }

    private func settlements(
        of growth: VerifiedExtension, _ batch: UnverifiedBatch
    ) async throws -> [SettlementItem] {
        do {
            return try await Settlement(context: context, peer: peer).judge(growth)
        } catch let error as BrokerError where error.code == .logInconsistent {
            try await keepEvidence(batch, error.code)
            throw error
        }
    }

    /// The peer signed what contradicts what it signed or what we sent: the frame is kept, and no
    /// session runs until a person has looked.
    private func keepEvidence(_ batch: UnverifiedBatch, _ code: ErrorCode) async throws {
        let frame = try FrameCodec.payload(of: batch.message, limit: .max)
        try await context.store.recordEvidence(
            against: peer, code: code, frame: frame,
            localEntries: [
                context.local(
                    .peerMisbehaved, actor: "broker", object: peer.text, outcome: code)
            ],
            at: context.clock.now())
        context.dispatcher.update(peer) { $0.session = .held }
        context.logger.critical(
            "peer contradicts itself",
            metadata: ["peer": "\(peer)", "code": "\(code.rawValue)"])
    }

    private func say(_ deferral: PeerMessage.Deferral) {
        state.post(.deferral(deferral))
    }

    private func log(_ message: Logger.Message, _ identity: DocumentIdentity, stage: String) {
        context.logger.debug(
            message,
            metadata: [
                "lead-id": "\(identity.messageID)", "peer": "\(peer)", "stage": "\(stage)",
            ])
    }

    private static func provesMisbehaviour(_ code: ErrorCode) -> Bool {
        [.logInconsistent, .logGap, .logEntryMalformed].contains(code)
    }

    /// Transient, and ours: the peer's batch may be as good as any.
    private static func isLocalTrouble(_ error: any CodedError) -> Bool {
        error.code.kind == .transient && !(error is LogError)
    }
}

extension SettlementItem {
    /// The SENT entry which this answers; a reading answers none.
    fileprivate var answeredIndex: UInt64? {
        switch self {
        case .received(let body, _): body.sentIndex
        case .rejected(let body, _, _): body.sentIndex
        case .read: nil
        }
    }
}
