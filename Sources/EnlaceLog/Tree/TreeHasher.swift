package import EnlaceModel

/// The hashing of RFC 6962 section 2.1 over a SHA-256 that is passed in: leaf = SHA-256(0x00 ||
/// data), node = SHA-256(0x01 || left || right), empty tree = SHA-256 of nothing.
package struct TreeHasher: Sendable {
    /// SHA-256 over bytes.
    package let sha256: @Sendable ([UInt8]) -> SHA256Digest

    package init(sha256: @escaping @Sendable ([UInt8]) -> SHA256Digest) {
        self.sha256 = sha256
    }

    package var emptyRoot: SHA256Digest { sha256([]) }

    package func leaf(_ entry: [UInt8]) -> SHA256Digest {
        var input: [UInt8] = []
        input.reserveCapacity(1 + entry.count)
        input.append(0x00)
        input.append(contentsOf: entry)
        return sha256(input)
    }

    package func node(_ left: SHA256Digest, _ right: SHA256Digest) -> SHA256Digest {
        var input: [UInt8] = []
        input.reserveCapacity(1 + 2 * SHA256Digest.byteCount)
        input.append(0x01)
        input.append(contentsOf: left.bytes)
        input.append(contentsOf: right.bytes)
        return sha256(input)
    }
}
