import CEnlaceOpenSSL
import EnlaceModel

/// The two ways to sign a document; the key's curve decides (RFC 5753 section 2.1.1).
enum SignatureAlgorithm: Hashable, Sendable, CaseIterable {
    case p256WithSHA256
    case p384WithSHA384

    /// Throws `KEY_NOT_ALLOWED` for a key that signs no documents.
    init(_ key: KeyAlgorithm) throws(CryptoError) {
        switch key {
        case .p256: self = .p256WithSHA256
        case .p384: self = .p384WithSHA384
        case .ed25519:
            throw CryptoError(
                .keyNotAllowed, object: "signing key", context: ["expected": "P-256, P-384"])
        }
    }

    var digestBytes: Int { self == .p256WithSHA256 ? 32 : 48 }

    /// AlgorithmIdentifier of the digest, parameters absent (RFC 5754 section 2).
    var digestIdentifier: [UInt8] {
        let arc: UInt8 = self == .p256WithSHA256 ? 0x01 : 0x02
        return [0x30, 0x0B, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, arc]
    }

    /// AlgorithmIdentifier of ECDSA with that digest, parameters absent (RFC 5754 section 3.3).
    var signatureIdentifier: [UInt8] {
        let arc: UInt8 = self == .p256WithSHA256 ? 0x02 : 0x03
        return [0x30, 0x0A, 0x06, 0x08, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x03, arc]
    }

    func digest(_ bytes: [UInt8]) throws(CryptoError) -> [UInt8] {
        if self == .p256WithSHA256 { return SHA256.hash(bytes) }
        var digest = [UInt8](repeating: 0, count: digestBytes)
        let algorithm = try Algorithms.shared().sha384
        guard EVP_Digest(bytes, bytes.count, &digest, nil, algorithm, nil) == 1 else {
            throw CryptoError(.cryptoFailure, object: "SHA-384")
        }
        return digest
    }
}
