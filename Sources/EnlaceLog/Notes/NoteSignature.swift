import EnlaceModel

/// One signature line of a signed note: `U+2014 SPACE name SPACE base64(key ID || signature) NEWLINE`.
///
/// By itself it proves nothing; only `SignedNote.verified(by:primitives:)` checks it.
package struct NoteSignature: Sendable, Equatable {
    /// How many bytes a key ID has.
    static let keyIDByteCount = 4
    private static let dash: [UInt8] = [0xE2, 0x80, 0x94, 0x20]

    package let name: String
    package let keyID: UInt32
    /// What follows the key ID: 64 bytes for Ed25519, 8 + 64 for a cosignature.
    package let signature: [UInt8]

    package init(name: String, keyID: UInt32, signature: [UInt8]) {
        self.name = name
        self.keyID = keyID
        self.signature = signature
    }

    /// Reads one line without its newline.
    package init(line: some Collection<UInt8>) throws(LogError) {
        let parts = line.dropFirst(Self.dash.count)
            .split(separator: 0x20, maxSplits: 1, omittingEmptySubsequences: false)
        guard line.starts(with: Self.dash), parts.count == 2,
            let name = String(validating: parts[0], as: UTF8.self),
            NoteKeyName.isWellFormed(name),
            let payload = try? Base64.decode(String(decoding: parts[1], as: UTF8.self)),
            payload.count > Self.keyIDByteCount
        else { throw LogError(.noteMalformed, object: "signature line") }
        self.name = name
        self.keyID = payload.prefix(Self.keyIDByteCount).reduce(0) { $0 << 8 | UInt32($1) }
        self.signature = Array(payload.dropFirst(Self.keyIDByteCount))
    }

    /// The line with its newline.
    package var line: String {
        var payload = ByteWriter()
        payload.integer(keyID)
        payload.fixed(signature)
        return "\u{2014} \(name) \(Base64.encode(payload.bytes))\n"
    }

    func isBy(_ key: NoteVerifier) -> Bool {
        keyID == key.keyID && NoteKeyName.areSame(name, key.name)
    }
}
