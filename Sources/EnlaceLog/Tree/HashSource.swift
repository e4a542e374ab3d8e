package import EnlaceModel

/// Where proofs take their hashes from: the roots of a tree's complete subtrees.
package protocol HashSource {
    /// The root over the leaves `index * 2^level ..< (index + 1) * 2^level`; level 0 is the leaves'
    /// own hashes. Asked only for subtrees that are complete at the size proved.
    func hash(level: Int, index: UInt64) throws -> SHA256Digest
}

extension HashSource {
    /// The root of the first `size` leaves (RFC 6962 section 2.1).
    package func root(size: UInt64, hasher: TreeHasher) throws -> SHA256Digest {
        size == 0 ? hasher.emptyRoot : try root(of: LeafRange(0, size), hasher: hasher)
    }

    func root(of range: LeafRange, hasher: TreeHasher) throws -> SHA256Digest {
        guard !range.isComplete else {
            return try hash(level: range.level, index: range.start >> range.level)
        }
        let halves = range.halves
        return hasher.node(
            try root(of: halves.left, hasher: hasher), try root(of: halves.right, hasher: hasher))
    }
}

/// The leaves `start ..< end` of one node of the tree; `start` is a multiple of the node's width.
struct LeafRange {
    let start: UInt64
    let end: UInt64

    init(_ start: UInt64, _ end: UInt64) {
        self.start = start
        self.end = end
    }

    var count: UInt64 { end - start }
    var isComplete: Bool { count.nonzeroBitCount == 1 }
    var level: Int { count.trailingZeroBitCount }

    /// Split at the largest power of two below `count`, which must be at least 2.
    var halves: (left: LeafRange, right: LeafRange) {
        let middle = start + 1 << (63 - (count - 1).leadingZeroBitCount)
        return (LeafRange(start, middle), LeafRange(middle, end))
    }
}
