import CEnlaceOpenSSL
package import EnlaceModel

/// SHA-256 (FIPS 180-4) by OpenSSL.
///
/// A library that cannot hash is no input error but a broken machine, so these functions trap
/// instead of throwing; `LibraryFloor` and the self-test find that out at start.
package enum SHA256 {
    /// The digest of the whole of `bytes`.
    package static func digest(_ bytes: [UInt8]) -> SHA256Digest {
        SHA256Digest(trusting: hash(bytes))
    }

    /// The digest as 32 bare bytes; it has the shape that the tree of EnlaceLog takes as hasher.
    @Sendable package static func hash(_ bytes: [UInt8]) -> [UInt8] {
        DigestContext.ofThisThread.digest(bytes[...])
    }

    /// The digest of a part of an array, without copying it.
    package static func digest(_ bytes: ArraySlice<UInt8>) -> SHA256Digest {
        SHA256Digest(trusting: DigestContext.ofThisThread.digest(bytes))
    }
}

/// SHA-256 over bytes that come in pieces.
package struct SHA256Hasher: ~Copyable {
    private let context = DigestContext()

    package init() {}

    package mutating func update(_ bytes: some Collection<UInt8>) {
        let done: Void? = bytes.withContiguousStorageIfAvailable { context.update($0) }
        if done == nil { Array(bytes).withUnsafeBufferPointer { context.update($0) } }
    }

    /// Ends the hashing; the hasher is used up.
    package consuming func finish() -> SHA256Digest { SHA256Digest(trusting: context.finish()) }
}

extension SHA256Digest {
    fileprivate init(trusting bytes: [UInt8]) {
        guard let digest = try? SHA256Digest(bytes: bytes) else {
            preconditionFailure("SHA-256 has 32 bytes")
        }
        self = digest
    }
}
