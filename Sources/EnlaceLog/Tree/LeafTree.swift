package import EnlaceModel

/// A whole tree in memory, for those who hold all leaves of a log: auditors, exports and tests.
///
/// Takes about 64 bytes per leaf and the overhead of an array for each hash.
package struct LeafTree: HashSource, Sendable {
    private var levels: [[SHA256Digest]] = [[]]

    package init() {}

    package init(leaves: some Sequence<SHA256Digest>, hasher: TreeHasher) {
        for leaf in leaves { append(leaf: leaf, hasher: hasher) }
    }

    package var size: UInt64 { UInt64(levels[0].count) }

    package mutating func append(leaf: SHA256Digest, hasher: TreeHasher) {
        var hash = leaf
        for level in 0... {
            if level == levels.count { levels.append([]) }
            levels[level].append(hash)
            let count = levels[level].count
            guard count.isMultiple(of: 2) else { return }
            hash = hasher.node(levels[level][count - 2], hash)
        }
    }

    /// Refuses with `LOG_GAP` what this tree does not have.
    package func hash(level: Int, index: UInt64) throws(LogError) -> SHA256Digest {
        guard levels.indices.contains(level), index < UInt64(levels[level].count) else {
            throw LogError(.logGap, object: "node \(level)/\(index)")
        }
        return levels[level][Int(index)]
    }
}
