package import EnlaceModel

/// The result of one request to a witness, by the names of C2SP tlog-witness.
package enum WitnessDecision: Sendable, Equatable {
    /// Store this head and note, atomically with the comparison that led here, then cosign.
    case cosign(CosignedCheckpoint)
    /// The witness has this size; the log is to ask again from there.
    case conflict(size: UInt64)
    /// The log contradicts itself. The request is proof of it and must be kept.
    case inconsistent
    case badSignature
    case badRequest
    case unknownLog

    /// The code of a refusal.
    package var code: ErrorCode? {
        switch self {
        case .cosign: nil
        case .conflict: .logConflict
        case .inconsistent: .logInconsistent
        case .badSignature: .logBadSignature
        case .badRequest: .logBadRequest
        case .unknownLog: .logUnknown
        }
    }
}

/// The rules of a witness of some logs (C2SP tlog-witness): pure, so that the caller can hold its
/// state and decide within one transaction.
///
/// A witness that lost its state must be retired with its key, never restarted empty.
package struct WitnessRules: Sendable {
    private let logs: [NoteVerifier]
    private let primitives: LogPrimitives

    /// `logs`: the keys of the logs to be witnessed, each named after its origin.
    package init(logs: [NoteVerifier], primitives: LogPrimitives) {
        self.logs = logs
        self.primitives = primitives
    }

    /// The origin whose state `decide` needs, if the request is about a known log.
    package func origin(of request: WitnessRequest) -> String? {
        logs.first { NoteKeyName.areSame($0.name, request.checkpoint.origin) }?.name
    }

    /// Judges a request by its bytes against the head last cosigned, `nil` if never.
    package func decide(
        _ bytes: [UInt8], lastCosigned: (_ origin: String) -> TreeHead?
    ) -> WitnessDecision {
        guard let request = try? WitnessRequest(bytes) else { return .badRequest }
        return decide(request, held: lastCosigned(request.checkpoint.origin))
    }

    package func decide(_ request: WitnessRequest, held: TreeHead?) -> WitnessDecision {
        guard let origin = origin(of: request) else { return .unknownLog }
        let verifier = CheckpointVerifier(
            origin: origin, logKeys: logs, witnesses: [], primitives: primitives)
        guard let opened = try? verifier.open(request.note) else { return .badSignature }
        guard request.oldSize <= opened.head.size else { return .badRequest }
        let heldSize = held?.size ?? 0
        guard request.oldSize == heldSize else { return .conflict(size: heldSize) }
        let emptyRoot = primitives.hasher.emptyRoot
        guard opened.head.size > 0 || opened.head.root == emptyRoot else { return .inconsistent }
        let proof = ConsistencyProof(
            oldSize: request.oldSize, newSize: opened.head.size, hashes: request.hashes)
        do {
            try proof.verify(
                oldRoot: held?.root ?? emptyRoot, newRoot: opened.head.root,
                hasher: primitives.hasher)
            return .cosign(opened)
        } catch {
            return .inconsistent
        }
    }
}
