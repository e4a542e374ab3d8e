import EnlaceModel

/// A public key with a name that verifies lines of signed notes; its text form is the "vkey"
/// `name+<key ID, 8 hex digits>+base64(type || public key)` of C2SP signed-note.
package struct NoteVerifier: Sendable, Hashable {
    /// The octet that says what a key signs (C2SP signed-note, "Signature types").
    package enum Kind: UInt8, Sendable {
        /// Ed25519 over the text.
        case ed25519 = 0x01
        /// Ed25519 over a time and the text (C2SP tlog-cosignature).
        case cosignature = 0x04
    }

    /// How many bytes an Ed25519 public key has.
    package static let publicKeyByteCount = 32

    package let name: String
    package let kind: Kind
    package let publicKey: [UInt8]
    /// The first four bytes of SHA-256(name || 0x0A || kind || public key), big-endian.
    package let keyID: UInt32

    package init(
        name: String, kind: Kind = .ed25519, publicKey: [UInt8], hasher: TreeHasher
    ) throws(LogError) {
        guard NoteKeyName.isWellFormed(name), publicKey.count == Self.publicKeyByteCount else {
            throw LogError(.noteMalformed, object: "key \(VisibleText.make(name))")
        }
        self.name = name
        self.kind = kind
        self.publicKey = publicKey
        let digest = hasher.sha256(Array(name.utf8) + [0x0A, kind.rawValue] + publicKey)
        keyID = digest.bytes.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
    }

    package init(vkey: String, hasher: TreeHasher) throws(LogError) {
        let malformed = LogError(.noteMalformed, object: "key \(VisibleText.make(vkey))")
        let parts = vkey.utf8.split(
            separator: UInt8(ascii: "+"), maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let octets = try? Base64.decode(String(parts[2]) ?? "-"),
            let kind = octets.first.flatMap(Kind.init)
        else { throw malformed }
        try self.init(
            name: String(parts[0]) ?? "", kind: kind, publicKey: Array(octets.dropFirst()),
            hasher: hasher)
        guard self.vkey.utf8.elementsEqual(vkey.utf8) else { throw malformed }
    }

    package var vkey: String {
        let digits = String(keyID, radix: 16)
        let padding = String(repeating: "0", count: 8 - digits.count)
        return "\(name)+\(padding)\(digits)+\(Base64.encode([kind.rawValue] + publicKey))"
    }

    package static func == (left: NoteVerifier, right: NoteVerifier) -> Bool {
        left.keyID == right.keyID && left.kind == right.kind && left.publicKey == right.publicKey
            && NoteKeyName.areSame(left.name, right.name)
    }

    package func hash(into state: inout Hasher) {
        state.combine(keyID)
        state.combine(publicKey)
    }

    func verifies(
        _ signature: NoteSignature, over text: String, primitives: LogPrimitives
    ) -> Bool {
        switch kind {
        case .ed25519:
            return signature.signature.count == Cosignature.signatureByteCount
                && primitives.verifyEd25519(signature.signature, Array(text.utf8), publicKey)
        case .cosignature:
            guard let cosignature = try? Cosignature(signature) else { return false }
            let message = Cosignature.message(seconds: cosignature.seconds, text: text)
            return primitives.verifyEd25519(cosignature.signature, message, publicKey)
        }
    }
}
