package import EnlaceModel

/// Size and root of a log at one moment.
package struct TreeHead: Sendable, Hashable {
    package let size: UInt64
    package let root: SHA256Digest

    package init(size: UInt64, root: SHA256Digest) {
        self.size = size
        self.root = root
    }

    package init(_ edge: TreeEdge, hasher: TreeHasher) {
        self.init(size: edge.size, root: edge.root(hasher: hasher))
    }
}
