import EnlaceLog
import EnlaceModel
import Testing

@Suite struct TLogProofTests {
    private func policy(
        quorum: String, witness: String? = nil
    ) throws -> TrustPolicy {
        let log = try TestLogVectors.load()
        let witness = try witness ?? CosignatureVectors.load().witness_vkey_type_04
        let text = "log \(log.vkey)\nwitness w \(witness)\nquorum \(quorum)\n"
        return try TrustPolicy(Array(text.utf8), hasher: hasher)
    }

    private func verify(_ vector: CosignatureVectors.Proof, _ policy: TrustPolicy) throws
        -> CosignedCheckpoint
    {
        try TLogProof(Array(vector.proof.utf8)).verify(
            leaf: hasher.leaf(Array(vector.entry_ascii.utf8)), policy: policy,
            primitives: primitives)
    }

    @Test("whole proof files verify under a policy that asks for the witness")
    func published() throws {
        let vectors = try CosignatureVectors.load().tlog_proofs
        #expect(vectors.count == 5)
        for vector in vectors {
            let checkpoint = try verify(vector, policy(quorum: "w"))
            #expect(checkpoint.head.size == vector.size)
            #expect(checkpoint.cosignatures.count == 1)
            let proof = try TLogProof(Array(vector.proof.utf8))
            #expect(proof.index == vector.index)
            #expect(proof.encoded == Array(vector.proof.utf8))
        }
    }

    @Test("a proof file made from the tree equals the published one")
    func writing() throws {
        let log = try TestLogVectors.load()
        let tree = LeafTree(
            leaves: log.entries_ascii.map { hasher.leaf(Array($0.utf8)) }, hasher: hasher)
        for vector in try CosignatureVectors.load().tlog_proofs {
            let read = try TLogProof(Array(vector.proof.utf8))
            let path = try InclusionProof(
                index: vector.index, size: vector.size, from: tree, hasher: hasher)
            let made = TLogProof(
                index: vector.index, hashes: path.hashes, checkpoint: read.checkpoint)
            #expect(made.encoded == Array(vector.proof.utf8))
        }
    }

    @Test("a proof of another entry, another index or a changed path does not hold")
    func wrong() throws {
        let policy = try policy(quorum: "w")
        for vector in try CosignatureVectors.load().tlog_proofs where vector.size > 1 {
            let proof = try TLogProof(Array(vector.proof.utf8))
            let leaf = hasher.leaf(Array(vector.entry_ascii.utf8))
            var changed = proof.hashes
            changed[0] = leaf
            let shifted = proof.index == 0 ? 1 : proof.index - 1
            let wrong = [
                (proof, hasher.leaf([1])),
                (
                    TLogProof(index: shifted, hashes: proof.hashes, checkpoint: proof.checkpoint),
                    leaf
                ),
                (
                    TLogProof(index: proof.index, hashes: changed, checkpoint: proof.checkpoint),
                    leaf
                ),
            ]
            for (proof, leaf) in wrong {
                #expect(throws: LogError(.proofInvalid, object: "")) {
                    try proof.verify(leaf: leaf, policy: policy, primitives: primitives)
                }
            }
        }
    }

    @Test("without the cosignature that the policy asks for, a proof does not hold")
    func quorumMissed() throws {
        let vector = try #require(try CosignatureVectors.load().tlog_proofs.first)
        let stranger = try TestKey().signer("stranger", .cosignature).verifier.vkey
        #expect(throws: LogError(.proofInvalid, object: "")) {
            try verify(vector, policy(quorum: "w", witness: stranger))
        }
        #expect(throws: Never.self) {
            try verify(vector, policy(quorum: "none", witness: stranger))
        }
    }

    @Test("extra data is carried and authenticates nothing")
    func extra() throws {
        let vector = try #require(try CosignatureVectors.load().tlog_proofs.first)
        let proof = try TLogProof(Array(vector.proof.utf8))
        for extra in [[], [1, 2, 3]] as [[UInt8]] {
            let with = TLogProof(
                index: proof.index, hashes: proof.hashes, checkpoint: proof.checkpoint,
                extra: extra)
            #expect(try TLogProof(with.encoded) == with)
        }
    }

    @Test("published files that are no proofs are refused")
    func refused() throws {
        for text in try NoteVectors.load().tlog_proof_reject {
            #expect(throws: LogError.self) { try TLogProof(Array(text.utf8)) }
        }
    }

    @Test("a proof cut anywhere is refused or no longer verifies")
    func truncation() throws {
        let policy = try policy(quorum: "w")
        let vector = try CosignatureVectors.load().tlog_proofs[1]
        let leaf = hasher.leaf(Array(vector.entry_ascii.utf8))
        let bytes = Array(vector.proof.utf8)
        for count in 0..<bytes.count {
            #expect(throws: LogError.self) {
                try TLogProof(Array(bytes.prefix(count)))
                    .verify(leaf: leaf, policy: policy, primitives: primitives)
            }
        }
    }
}
