package import EnlaceLog
package import EnlaceModel
package import EnlaceStore

/// A peer's channel log to the node under test, with its signed checkpoints.
///
/// Signatures are stand-ins (two SHA-256 over key and text), so that no key is needed.
package struct PeerLog: Sendable {
    package let origin: LogOrigin
    /// What the node under test is expected to hold.
    package private(set) var edge = TreeEdge()
    private let signer: NoteSigner

    package init(of owner: NodeID = Fixture.fevimtra, to node: NodeID = Fixture.hsi) {
        origin = Fixture.channel(of: owner, to: node)
        let key = Fixture.digest("log key of \(owner)").bytes
        let name = origin.text
        signer = Fixture.known(
            try NoteSigner(
                name: name, publicKey: key, hasher: TestHasher.tree,
                sign: { Self.signature(over: $0, by: key) }))
    }

    package static let primitives = LogPrimitives(sha256: TestHasher.tree.sha256) {
        signature, message, key in signature == PeerLog.signature(over: message, by: key)
    }

    private static func signature(over message: [UInt8], by key: [UInt8]) -> [UInt8] {
        let half = TestHasher.tree.sha256(key + message).bytes
        return half + half
    }

    /// The index of the next entry.
    package var nextIndex: UInt64 { edge.size }

    /// Appends KEYS when the log is empty, then the drafts, and proves the growth.
    package mutating func grow(_ bodies: [EntryBody]) -> VerifiedExtension {
        let opening = edge.size == 0 ? [Fixture.keys()] : []
        let drafts = opening + bodies.map { Fixture.draft($0) }
        let held = edge
        var encoded: [[UInt8]] = []
        for draft in drafts {
            let bytes = LogEntry(index: edge.size, draft: draft).encoded
            edge.append(leaf: TestHasher.tree.leaf(bytes), hasher: TestHasher.tree)
            encoded.append(bytes)
        }
        let head = TreeHead(edge, hasher: TestHasher.tree)
        let note = Fixture.known(try signer.signed(Checkpoint(origin: origin, head: head)))
        let verifier = CopyVerifier(
            origin: origin, logKey: signer.verifier, primitives: Self.primitives)
        return Fixture.known(
            try verifier.extend(
                held: held, oldSize: held.size, entries: encoded, checkpoint: note.encoded))
    }
}

extension PeerLog {
    /// A batch in which the peer seals documents to the node under test, each judged by `verdict`.
    package mutating func batch(
        sealing documents: [DocumentRecord], attempt: UInt32 = 1,
        settlements: [SettlementItem] = [], localEntries: [EntryDraft] = [],
        at: Timestamp = ManualClock.start,
        verdict: (DocumentRecord) -> AdmissionVerdict = { .admit($0, effect: nil) }
    ) -> PeerBatchRecord {
        let first = max(nextIndex, 1)
        let bodies = documents.map { SentBody.fixture($0, attempt: attempt) }
        let admissions = zip(documents, bodies).enumerated().map { offset, pair in
            AdmissionItem(
                sentIndex: first + UInt64(offset), sent: pair.1, verdict: verdict(pair.0),
                answerTime: at, answerSalt: SeededRandom(seed: UInt64(offset)).bytes(16))
        }
        return PeerBatchRecord(
            peer: origin.owner, ownLog: Fixture.channel(of: Fixture.hsi, to: origin.owner),
            copy: grow(bodies.map { .sent($0) }), admissions: admissions,
            settlements: settlements, cosignature: nil, localEntries: localEntries, at: at)
    }

    /// A batch in which the peer answers sealed documents of the node under test.
    package mutating func batch(
        settling items: [SettlementItem], cosignature: CosignatureRecord? = nil,
        at: Timestamp = ManualClock.start
    ) -> PeerBatchRecord {
        PeerBatchRecord(
            peer: origin.owner, ownLog: Fixture.channel(of: Fixture.hsi, to: origin.owner),
            copy: grow(items.map(\.body)), admissions: [], settlements: items,
            cosignature: cosignature, localEntries: [], at: at)
    }

    /// The receipt of the answer that the next batch has at `offset`.
    package func receipt(
        _ offset: UInt64 = 0, at: Timestamp = ManualClock.start
    ) -> Receipt {
        Receipt(log: origin.text, index: max(nextIndex, 1) + offset, time: at)
    }
}

extension SettlementItem {
    /// The entry of the peer that this item is read from.
    package var body: EntryBody {
        switch self {
        case .received(let body, _): .received(body)
        case .rejected(let body, _, _): .rejected(body)
        case .read(let body, _): .read(body)
        }
    }

    package static func received(
        _ document: DocumentRecord, sentIndex: UInt64, attempt: UInt32 = 1, receipt: Receipt
    ) -> SettlementItem {
        let sent = SentBody.fixture(document, attempt: attempt)
        return .received(
            ReceivedBody(
                sentIndex: sentIndex, messageID: sent.messageID, clearHeader: sent.clearHeader,
                envelope: sent.envelope, content: sent.content), receipt: receipt)
    }

    package static func rejected(
        _ document: DocumentRecord, sentIndex: UInt64, attempt: UInt32 = 1, reason: ErrorCode,
        receipt: Receipt, retryAt: Timestamp? = nil
    ) -> SettlementItem {
        let sent = SentBody.fixture(document, attempt: attempt)
        return .rejected(
            RejectedBody(
                sentIndex: sentIndex, messageID: sent.messageID, clearHeader: sent.clearHeader,
                envelope: sent.envelope, reason: reason, isRetryable: retryAt != nil),
            receipt: receipt, retryAt: retryAt)
    }

    package static func read(
        _ document: DocumentRecord, sentIndex: UInt64, receipt: Receipt
    ) -> SettlementItem {
        .read(
            ReadBody(
                sentIndex: sentIndex, messageID: document.identity.messageID,
                content: document.content), receipt: receipt)
    }
}
