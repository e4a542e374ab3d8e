import CEnlaceOpenSSL

/// The hashing that a log of so many entries needs at least: one leaf hash each and a node hash for
/// all but one, by bare OpenSSL calls.
enum RawHashing {
    private static let nodeBytes = 65

    static func time(entries: Int, entryBytes: Int) throws -> Duration {
        guard let digest = EVP_MD_fetch(nil, "SHA256", nil), let context = EVP_MD_CTX_new() else {
            throw BenchError("OpenSSL has no SHA-256")
        }
        defer {
            EVP_MD_CTX_free(context)
            EVP_MD_free(digest)
        }
        let leaf = [UInt8](repeating: 1, count: entryBytes + 1)
        let node = [UInt8](repeating: 1, count: nodeBytes)
        var result = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
        return try ContinuousClock().measure {
            for _ in 0..<entries {
                try hash(leaf, with: digest, in: context, into: &result)
                try hash(node, with: digest, in: context, into: &result)
            }
        }
    }

    private static func hash(
        _ input: [UInt8], with digest: OpaquePointer, in context: OpaquePointer,
        into result: inout [UInt8]
    ) throws {
        let isDone =
            EVP_DigestInit_ex2(context, digest, nil) == 1
            && EVP_DigestUpdate(context, input, input.count) == 1
            && EVP_DigestFinal_ex(context, &result, nil) == 1
        guard isDone else { throw BenchError("OpenSSL failed") }
    }
}
