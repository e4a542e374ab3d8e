import EnlaceLog
import EnlaceModel
import Testing

struct InclusionVector: Decodable, Sendable, CustomTestStringConvertible {
    let name: String
    let leafIdx: UInt64
    let treeSize: UInt64
    let root: String?
    let leafHash: String?
    let proof: [String]?
    let wantErr: Bool

    var testDescription: String { name }

    func verify() throws {
        let hashes = try (proof ?? []).map { try digest(base64: $0) }
        try InclusionProof(index: leafIdx, size: treeSize, hashes: hashes).verify(
            leaf: digest(base64: leafHash ?? ""), root: digest(base64: root ?? ""), hasher: hasher)
    }
}

struct ConsistencyVector: Decodable, Sendable, CustomTestStringConvertible {
    let name: String
    let size1: UInt64
    let size2: UInt64
    let root1: String?
    let root2: String?
    let proof: [String]?
    let wantErr: Bool

    var testDescription: String { name }

    func verify() throws {
        let hashes = try (proof ?? []).map { try digest(base64: $0) }
        try ConsistencyProof(oldSize: size1, newSize: size2, hashes: hashes).verify(
            oldRoot: digest(base64: root1 ?? ""), newRoot: digest(base64: root2 ?? ""),
            hasher: hasher)
    }
}

@Suite struct ProofVectorTests {
    @Test(
        "published inclusion proofs are accepted and refused as published",
        arguments: try Vectors.decode([InclusionVector].self, from: "merkle-inclusion"))
    func inclusion(_ vector: InclusionVector) {
        if vector.wantErr {
            #expect(throws: (any Error).self) { try vector.verify() }
        } else {
            #expect(throws: Never.self) { try vector.verify() }
        }
    }

    /// Roots of other lengths than 32 bytes are refused here before any rule, also in the one case
    /// that the source accepts.
    @Test(
        "published consistency proofs are accepted and refused as published",
        arguments: try Vectors.decode([ConsistencyVector].self, from: "merkle-consistency"))
    func consistency(_ vector: ConsistencyVector) {
        let hasShortRoot = vector.name.hasSuffix("sizes-are-equal-one-and-proof-is-empty")
        if vector.wantErr || hasShortRoot {
            #expect(throws: (any Error).self) { try vector.verify() }
        } else {
            #expect(throws: Never.self) { try vector.verify() }
        }
    }

    @Test("all vectors are read")
    func counts() throws {
        #expect(try Vectors.decode([InclusionVector].self, from: "merkle-inclusion").count == 98)
        #expect(
            try Vectors.decode([ConsistencyVector].self, from: "merkle-consistency").count == 98)
    }
}
