import EnlaceCrypto
import EnlaceFiles
import EnlaceLog
import EnlaceModel

let primitives = LogPrimitives(
    sha256: { SHA256.digest($0) },
    verifyEd25519: { Ed25519.isValid(signature: $0, message: $1, publicKey: $2) })

/// An Ed25519 key of a test: a fresh one, or one that the published vectors fix.
struct TestKey {
    let key: PrivateKey
    let publicKey: [UInt8]

    init() throws {
        try self.init(PrivateKey.generate(.ed25519))
    }

    /// From the 32 bytes of RFC 8032, wrapped as PKCS#8 (RFC 8410 section 7).
    init(seed: [UInt8]) throws {
        let prefix = Hex.decode("302e020100300506032b657004220420".utf8) ?? []
        let body = Base64.encode(prefix + seed)
        let pem = "-----BEGIN PRIVATE KEY-----\n\(body)\n-----END PRIVATE KEY-----\n"
        let file = try KeyFile(pem: Secret(copying: pem.utf8), object: "test key")
        try self.init(file.open())
    }

    /// From the text `PRIVATE+KEY+name+id+base64(type || seed)` of Go's note package.
    init(skey: String) throws {
        let octets = try Base64.decode(String(skey.split(separator: "+", maxSplits: 4)[4]))
        try self.init(seed: Array(octets.dropFirst()))
    }

    private init(_ key: PrivateKey) throws {
        self.key = key
        publicKey = try Ed25519.publicKey(of: key)
    }

    func signer(_ name: String, _ kind: NoteVerifier.Kind = .ed25519) throws -> NoteSigner {
        let key = key
        return try NoteSigner(
            name: name, kind: kind, publicKey: publicKey, hasher: hasher,
            sign: { try Ed25519.sign($0, with: key) })
    }
}
