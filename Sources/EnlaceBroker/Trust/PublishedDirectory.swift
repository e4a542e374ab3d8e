package import EnlaceModel

/// A version of a node's officer directory with its exact signed bytes.
package struct PublishedDirectory: Sendable, Equatable {
    package let version: UInt32
    /// SHA-256 of `bytes`.
    package let digest: SHA256Digest
    package let bytes: [UInt8]

    package init(version: UInt32, digest: SHA256Digest, bytes: [UInt8]) {
        self.version = version
        self.digest = digest
        self.bytes = bytes
    }
}
