package import EnlaceModel

/// The right edge of a tree: the roots of its largest complete subtrees from left to right, one for
/// each set bit of its size. It is all that appending, and recomputing a peer's root, needs.
///
/// Encoded as `u64 size` and 32 bytes per hash.
package struct TreeEdge: Sendable, Equatable {
    package private(set) var size: UInt64
    private var hashes: [SHA256Digest]

    /// The edge of the empty tree.
    package init() {
        size = 0
        hashes = []
    }

    package mutating func append(leaf: SHA256Digest, hasher: TreeHasher) {
        var hash = leaf
        var bits = size
        while bits & 1 == 1, let left = hashes.popLast() {
            hash = hasher.node(left, hash)
            bits >>= 1
        }
        hashes.append(hash)
        size += 1
    }

    /// The root of the tree (RFC 6962 section 2.1).
    package func root(hasher: TreeHasher) -> SHA256Digest {
        guard var root = hashes.last else { return hasher.emptyRoot }
        for left in hashes.dropLast().reversed() { root = hasher.node(left, root) }
        return root
    }

    package var encoded: [UInt8] {
        var writer = ByteWriter()
        writer.integer(size)
        for hash in hashes { writer.fixed(hash.bytes) }
        return writer.bytes
    }

    package init(_ bytes: [UInt8]) throws(ModelError) {
        var reader = ByteReader(bytes)
        size = try reader.integer()
        hashes = []
        for _ in 0..<size.nonzeroBitCount { hashes.append(try reader.digest()) }
        try reader.end()
    }
}
