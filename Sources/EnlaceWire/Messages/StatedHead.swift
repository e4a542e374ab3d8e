package import EnlaceModel

/// The head of a log as the other side states it: nothing about it is proven.
package struct StatedHead: Sendable, Hashable {
    /// In entries.
    package let size: UInt64
    package let root: SHA256Digest

    package init(size: UInt64, root: SHA256Digest) {
        self.size = size
        self.root = root
    }

    init(_ message: WireHead) throws(WireError) {
        guard message.size <= WireLimits.logSizeMax,
            let root = try? SHA256Digest(bytes: message.root)
        else { throw .malformed("head", "size or root") }
        self.init(size: message.size, root: root)
    }

    var message: WireHead {
        var message = WireHead()
        message.size = size
        message.root = .init(wire: root.bytes)
        return message
    }
}
