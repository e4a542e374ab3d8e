import EnlaceCrypto
package import EnlaceLog

/// The tree's hashing over the product's SHA-256.
package enum TestHasher {
    package static let tree = TreeHasher { SHA256.digest($0) }
}
