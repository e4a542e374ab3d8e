import EnlaceLog
import EnlaceModel
import Testing

@Suite struct TreeVectorTests {
    struct Tree: Decodable {
        struct Operation: Decodable {
            let op: String
            let in_ascii: String?
            let out_hex: String
        }
        let leaves_hex: [String]
        let roots_hex_by_size: [String]
        let node_hashes_hex_by_level: [[String]]
        let hasher: [Operation]
    }

    let tree: Tree

    init() throws {
        tree = try Vectors.decode(Tree.self, from: "rfc6962-tree")
    }

    private var leaves: [SHA256Digest] {
        get throws {
            try tree.leaves_hex.map { hasher.leaf(try #require(Hex.decode($0.utf8))) }
        }
    }

    @Test("the edge gives the published root at every size")
    func roots() throws {
        var edge = TreeEdge()
        #expect(edge.root(hasher: hasher).hex == tree.roots_hex_by_size[0])
        for (index, leaf) in try leaves.enumerated() {
            edge.append(leaf: leaf, hasher: hasher)
            #expect(edge.root(hasher: hasher).hex == tree.roots_hex_by_size[index + 1])
            #expect(try TreeEdge(edge.encoded) == edge)
        }
        #expect(edge.size == 8)
    }

    @Test("a tree in memory has the published nodes and the same roots as the edge")
    func nodes() throws {
        let memory = LeafTree(leaves: try leaves, hasher: hasher)
        for (level, hashes) in tree.node_hashes_hex_by_level.enumerated() {
            for (index, hash) in hashes.enumerated() {
                #expect(try memory.hash(level: level, index: UInt64(index)).hex == hash)
            }
            #expect(throws: LogError(.logGap, object: "")) {
                try memory.hash(level: level, index: UInt64(hashes.count))
            }
        }
        for (size, root) in tree.roots_hex_by_size.enumerated() {
            #expect(try memory.root(size: UInt64(size), hasher: hasher).hex == root)
        }
    }

    @Test("published leaf and node hashes come out")
    func hashes() throws {
        for operation in tree.hasher {
            switch operation.op {
            case "empty_root": #expect(hasher.emptyRoot.hex == operation.out_hex)
            case "leaf":
                let bytes = Array((operation.in_ascii ?? "").utf8)
                #expect(hasher.leaf(bytes).hex == operation.out_hex)
            default: continue
            }
        }
        let records = try NoteVectors.load().record_hash
        for record in records {
            let leaf = hasher.leaf(Array(record.in_ascii.utf8))
            #expect(Base64.encode(leaf.bytes) == record.out_b64)
        }
        #expect(records.count == 1)
    }

    @Test("an edge cut or continued is refused")
    func edgeBytes() throws {
        var edge = TreeEdge()
        for leaf in try leaves.prefix(7) { edge.append(leaf: leaf, hasher: hasher) }
        let bytes = edge.encoded
        #expect(bytes.count == 8 + 3 * 32)
        for count in 0..<bytes.count {
            #expect(throws: ModelError(.bytesTruncated, object: "")) {
                try TreeEdge(Array(bytes.prefix(count)))
            }
        }
        #expect(throws: ModelError(.bytesTrailing, object: "")) { try TreeEdge(bytes + [0]) }
    }
}
