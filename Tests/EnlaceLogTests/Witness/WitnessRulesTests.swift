import EnlaceLog
import EnlaceModel
import Testing

@Suite struct WitnessRulesTests {
    struct Conversation: Decodable {
        struct Step: Decodable {
            let request_body: String
            let status: Int
        }
        let log_origin: String
        let log_ed25519_public_key_hex: String
        let steps: [Step]
    }

    /// The source answers 403 for an unknown log, the current text of the protocol 404.
    private func status(_ decision: WitnessDecision) -> Int {
        switch decision {
        case .cosign: 200
        case .badSignature, .unknownLog: 403
        case .badRequest: 400
        case .conflict: 409
        case .inconsistent: 422
        }
    }

    @Test("the published conversation gets the published answers")
    func conversation() throws {
        let vectors = try Vectors.decode(Conversation.self, from: "witness-add-checkpoint")
        let key = try NoteVerifier(
            name: vectors.log_origin,
            publicKey: #require(Hex.decode(vectors.log_ed25519_public_key_hex.utf8)),
            hasher: hasher)
        let rules = WitnessRules(logs: [key], primitives: primitives)
        var held: TreeHead?
        var decisions: [WitnessDecision] = []
        for step in vectors.steps {
            let bytes = Array(step.request_body.utf8)
            let decision = rules.decide(bytes, lastCosigned: { _ in held })
            if case .cosign(let checkpoint) = decision { held = checkpoint.head }
            #expect(status(decision) == step.status)
            #expect(try WitnessRequest(bytes).encoded == bytes)
            decisions.append(decision)
        }
        #expect(decisions.count == 9)
        #expect(decisions[2] == .unknownLog)
        #expect(decisions[6] == .conflict(size: 3))
        #expect(decisions[8] == .conflict(size: 5))
    }

    private func request(
        _ log: OwnLog, old: Int, hashes: [SHA256Digest]? = nil
    ) throws -> WitnessRequest {
        let tree = LeafTree(leaves: log.entries.map(hasher.leaf), hasher: hasher)
        let proof = try ConsistencyProof(
            oldSize: UInt64(old), newSize: log.edge.size, from: tree, hasher: hasher)
        return try WitnessRequest(
            oldSize: UInt64(old), hashes: hashes ?? proof.hashes,
            note: log.checkpoint)
    }

    private func rules(_ log: OwnLog) -> WitnessRules {
        WitnessRules(logs: [log.signer.verifier], primitives: primitives)
    }

    @Test("a log is cosigned from any size on, and again at the same size")
    func cosigns() throws {
        let log = try OwnLog(entries: 11)
        for old in 0...11 {
            let held = old == 0 ? nil : TreeHead(log.edge(at: old), hasher: hasher)
            let decision = try rules(log).decide(request(log, old: old), held: held)
            #expect(decision.code == nil)
        }
    }

    @Test("from size 0 a proof must be empty, and an empty log has the empty root")
    func fromNothing() throws {
        let log = try OwnLog(entries: 3)
        let request = try request(log, old: 0, hashes: [hasher.emptyRoot])
        #expect(rules(log).decide(request, held: nil) == .inconsistent)
        let false0 = Checkpoint(
            origin: log.origin, head: TreeHead(size: 0, root: hasher.leaf([])))
        let empty = try WitnessRequest(
            oldSize: 0, hashes: [], note: log.signer.signed(false0).encoded)
        #expect(rules(log).decide(empty, held: nil) == .inconsistent)
    }

    @Test("another root at the size last cosigned is inconsistent")
    func sameSizeOtherRoot() throws {
        let log = try OwnLog(entries: 3)
        let held = TreeHead(size: 3, root: hasher.leaf([1]))
        #expect(try rules(log).decide(request(log, old: 3), held: held) == .inconsistent)
    }

    @Test("an old size above the checkpoint is a bad request")
    func oldAboveNew() throws {
        let log = try OwnLog(entries: 3)
        let request = try WitnessRequest(
            oldSize: 4, hashes: [], note: log.checkpoint)
        let held = TreeHead(size: 4, root: hasher.emptyRoot)
        #expect(rules(log).decide(request, held: held) == .badRequest)
    }

    @Test("a request of 64 hashes, without an empty line or with a signed number is refused")
    func malformed() throws {
        let log = try OwnLog(entries: 3)
        let note = String(decoding: try log.checkpoint, as: UTF8.self)
        let hash = Base64.encode(hasher.emptyRoot.bytes) + "\n"
        for text in [
            "old 0\n" + note, "old -1\n\n" + note, "old 00\n\n" + note, "Old 0\n\n" + note,
            "old 0\nxx\n\n" + note, "old 0\n" + String(repeating: hash, count: 64) + "\n" + note,
            "", "old 0\n\n", "\n\n" + note,
        ] {
            let decision = rules(log).decide(Array(text.utf8), lastCosigned: { _ in nil })
            #expect(decision == .badRequest, "\(text.prefix(20))")
        }
    }
}
