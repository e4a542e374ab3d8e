import EnlaceLog
import EnlaceModel
import Testing

@Suite struct ProofGenerationTests {
    struct TestLog: Decodable {
        let entries_ascii: [String]
    }
    struct Derived: Decodable {
        struct Consistency: Decodable {
            let size1: UInt64
            let size2: UInt64
            let proof: [String]
        }
        let consistency: [Consistency]
    }

    private static func tree(_ count: Int) -> LeafTree {
        LeafTree(leaves: (0..<count).map { hasher.leaf([UInt8($0 & 0xFF), 7]) }, hasher: hasher)
    }

    @Test("all consistency proofs of the published test log come out byte for byte")
    func published() throws {
        let log = try Vectors.decode(TestLog.self, from: "tlog-tiles-testlog")
        let leaves = log.entries_ascii.map { hasher.leaf(Array($0.utf8)) }
        let tree = LeafTree(leaves: leaves, hasher: hasher)
        let vectors = try Vectors.decode(Derived.self, from: "derived-cosignature-proof")
        #expect(vectors.consistency.count == 120)
        for vector in vectors.consistency {
            let proof = try ConsistencyProof(
                oldSize: vector.size1, newSize: vector.size2, from: tree, hasher: hasher)
            #expect(proof.hashes.map { Base64.encode($0.bytes) } == vector.proof)
        }
    }

    @Test("every leaf of every size up to 70 is proved, and only at its place")
    func inclusion() throws {
        let tree = Self.tree(70)
        for size in UInt64(1)...70 {
            let root = try tree.root(size: size, hasher: hasher)
            for index in 0..<size {
                let proof = try InclusionProof(
                    index: index, size: size, from: tree, hasher: hasher)
                let leaf = try tree.hash(level: 0, index: index)
                try proof.verify(leaf: leaf, root: root, hasher: hasher)
                let other = InclusionProof(
                    index: (index + 1) % size, size: size, hashes: proof.hashes)
                if size > 1 {
                    #expect(throws: LogError(.proofInvalid, object: "")) {
                        try other.verify(leaf: leaf, root: root, hasher: hasher)
                    }
                }
            }
        }
    }

    @Test("every pair of sizes up to 40 is proved consistent, and no changed history is")
    func consistency() throws {
        let tree = Self.tree(40)
        let forged = try tree.root(size: 41 - 1, hasher: hasher)
        for newSize in UInt64(0)...40 {
            let newRoot = try tree.root(size: newSize, hasher: hasher)
            for oldSize in 0...newSize {
                let oldRoot = try tree.root(size: oldSize, hasher: hasher)
                let proof = try ConsistencyProof(
                    oldSize: oldSize, newSize: newSize, from: tree, hasher: hasher)
                try proof.verify(oldRoot: oldRoot, newRoot: newRoot, hasher: hasher)
                guard oldSize < newSize, oldRoot != forged else { continue }
                #expect(throws: LogError(.logInconsistent, object: "")) {
                    try proof.verify(oldRoot: forged, newRoot: newRoot, hasher: hasher)
                }
            }
        }
    }

    @Test("from size 0 only the empty root and an empty proof hold")
    func fromNothing() throws {
        let tree = Self.tree(3)
        let root = try tree.root(size: 3, hasher: hasher)
        let empty = ConsistencyProof(oldSize: 0, newSize: 3, hashes: [])
        try empty.verify(oldRoot: hasher.emptyRoot, newRoot: root, hasher: hasher)
        #expect(throws: LogError(.logInconsistent, object: "")) {
            try empty.verify(oldRoot: root, newRoot: root, hasher: hasher)
        }
        #expect(throws: LogError(.logInconsistent, object: "")) {
            try ConsistencyProof(oldSize: 0, newSize: 3, hashes: [root])
                .verify(oldRoot: hasher.emptyRoot, newRoot: root, hasher: hasher)
        }
    }

    @Test("an index outside the tree and an old size above the new one give no proof")
    func outside() {
        #expect(throws: LogError(.proofInvalid, object: "")) {
            try InclusionProof(index: 3, size: 3, from: Self.tree(3), hasher: hasher)
        }
        #expect(throws: LogError(.proofInvalid, object: "")) {
            try ConsistencyProof(oldSize: 4, newSize: 3, from: Self.tree(4), hasher: hasher)
        }
    }

    @Test("a proof of 64 hashes is refused")
    func tooLong() {
        let hashes = [SHA256Digest](repeating: hasher.emptyRoot, count: 64)
        #expect(throws: LogError(.proofInvalid, object: "")) {
            try InclusionProof(index: 0, size: .max, hashes: hashes)
                .verify(leaf: hasher.emptyRoot, root: hasher.emptyRoot, hasher: hasher)
        }
        #expect(throws: LogError(.logInconsistent, object: "")) {
            try ConsistencyProof(oldSize: 1, newSize: .max, hashes: hashes)
                .verify(oldRoot: hasher.emptyRoot, newRoot: hasher.emptyRoot, hasher: hasher)
        }
    }
}
