package import EnlaceModel

/// The audit path of one leaf (RFC 9162 section 2.1.3): that the leaf stands at `index` of the tree
/// of `size` leaves.
package struct InclusionProof: Sendable, Equatable {
    /// The most hashes a proof can have.
    package static let hashesMax = 63

    package let index: UInt64
    package let size: UInt64
    /// From the leaf's sibling up to the root's child.
    package let hashes: [SHA256Digest]

    package init(index: UInt64, size: UInt64, hashes: [SHA256Digest]) {
        self.index = index
        self.size = size
        self.hashes = hashes
    }

    /// Computes the path from stored hashes; refuses an index outside the tree.
    package init(
        index: UInt64, size: UInt64, from source: some HashSource, hasher: TreeHasher
    ) throws {
        guard index < size else { throw LogError(.proofInvalid, object: "entry \(index)") }
        var range = LeafRange(0, size)
        var hashes: [SHA256Digest] = []
        while range.count > 1 {
            let (left, right) = range.halves
            let isLeft = index < left.end
            hashes.append(try source.root(of: isLeft ? right : left, hasher: hasher))
            range = isLeft ? left : right
        }
        self.init(index: index, size: size, hashes: hashes.reversed())
    }

    /// Refuses with `PROOF_INVALID` unless the path leads from `leaf` to exactly `root`
    /// (RFC 9162 section 2.1.3.2; the length must be exact).
    package func verify(
        leaf: SHA256Digest, root: SHA256Digest, hasher: TreeHasher
    ) throws(LogError) {
        guard rootReached(from: leaf, hasher: hasher) == root else {
            throw LogError(.proofInvalid, object: "entry \(index)")
        }
    }

    private func rootReached(from leaf: SHA256Digest, hasher: TreeHasher) -> SHA256Digest? {
        guard index < size, hashes.count <= Self.hashesMax else { return nil }
        var (first, last, result) = (index, size - 1, leaf)
        for hash in hashes {
            guard last > 0 else { return nil }
            if first & 1 == 1 || first == last {
                result = hasher.node(hash, result)
                while first & 1 == 0, first > 0 {
                    first >>= 1
                    last >>= 1
                }
            } else {
                result = hasher.node(result, hash)
            }
            first >>= 1
            last >>= 1
        }
        return last == 0 ? result : nil
    }
}
