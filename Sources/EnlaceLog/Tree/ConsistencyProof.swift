package import EnlaceModel

/// That a tree of `newSize` leaves begins with the tree of `oldSize` leaves (RFC 9162 section 2.1.4).
package struct ConsistencyProof: Sendable, Equatable {
    /// The most hashes a proof can have (C2SP tlog-witness).
    package static let hashesMax = 63

    package let oldSize: UInt64
    package let newSize: UInt64
    package let hashes: [SHA256Digest]

    package init(oldSize: UInt64, newSize: UInt64, hashes: [SHA256Digest]) {
        self.oldSize = oldSize
        self.newSize = newSize
        self.hashes = hashes
    }

    /// Computes the proof from stored hashes; empty when `oldSize` is 0 or the sizes are equal.
    package init(
        oldSize: UInt64, newSize: UInt64, from source: some HashSource, hasher: TreeHasher
    ) throws {
        guard oldSize <= newSize else { throw LogError(.proofInvalid, object: "size \(oldSize)") }
        guard oldSize > 0, oldSize < newSize else {
            self.init(oldSize: oldSize, newSize: newSize, hashes: [])
            return
        }
        var range = LeafRange(0, newSize)
        var hashes: [SHA256Digest] = []
        while range.end != oldSize {
            let (left, right) = range.halves
            let isLeft = oldSize <= left.end
            hashes.append(try source.root(of: isLeft ? right : left, hasher: hasher))
            range = isLeft ? left : right
        }
        if range.start > 0 { hashes.append(try source.root(of: range, hasher: hasher)) }
        self.init(oldSize: oldSize, newSize: newSize, hashes: hashes.reversed())
    }

    /// Refuses with `LOG_INCONSISTENT` unless the proof leads from `oldRoot` to `newRoot`.
    ///
    /// Old size 0 is accepted with an empty proof and the root of the empty tree only, as the
    /// witness protocol has it.
    package func verify(
        oldRoot: SHA256Digest, newRoot: SHA256Digest, hasher: TreeHasher
    ) throws(LogError) {
        guard holds(oldRoot: oldRoot, newRoot: newRoot, hasher: hasher) else {
            throw LogError(.logInconsistent, object: "sizes \(oldSize) and \(newSize)")
        }
    }

    private func holds(
        oldRoot: SHA256Digest, newRoot: SHA256Digest, hasher: TreeHasher
    ) -> Bool {
        guard oldSize <= newSize, hashes.count <= Self.hashesMax else { return false }
        if oldSize == newSize { return hashes.isEmpty && oldRoot == newRoot }
        if oldSize == 0 { return hashes.isEmpty && oldRoot == hasher.emptyRoot }
        guard let reached = rootsReached(from: oldRoot, hasher: hasher) else { return false }
        return reached.old == oldRoot && reached.new == newRoot
    }

    /// RFC 9162 section 2.1.4.2, for 0 < `oldSize` < `newSize`.
    private func rootsReached(
        from oldRoot: SHA256Digest, hasher: TreeHasher
    ) -> (old: SHA256Digest, new: SHA256Digest)? {
        let path = oldSize.nonzeroBitCount == 1 ? [oldRoot] + hashes : hashes
        guard !hashes.isEmpty, let seed = path.first else { return nil }
        var (first, last) = (oldSize - 1, newSize - 1)
        while first & 1 == 1 {
            first >>= 1
            last >>= 1
        }
        var (old, new) = (seed, seed)
        for hash in path.dropFirst() {
            guard last > 0 else { return nil }
            if first & 1 == 1 || first == last {
                old = hasher.node(hash, old)
                new = hasher.node(hash, new)
                while first & 1 == 0, first > 0 {
                    first >>= 1
                    last >>= 1
                }
            } else {
                new = hasher.node(new, hash)
            }
            first >>= 1
            last >>= 1
        }
        return last == 0 ? (old, new) : nil
    }
}
