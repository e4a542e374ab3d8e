package import EnlaceModel

/// Documents at rest (design §4): AES-256-GCM under a key of their own, which is wrapped under the
/// key of the epoch. Message identifier, origin and format are authenticated, so that one row's
/// bytes cannot stand in another's place.
extension StorageKeyring {
    /// Encrypts under a fresh key, wrapped for the epoch of this moment.
    package func seal(
        _ content: [UInt8], identity: DocumentIdentity, format: String, at now: Timestamp,
        random: some RandomSource
    ) throws(CryptoError) -> ProtectedBytes {
        let epoch = StorageEpoch(at: now)
        let wrapping = try makeKey(epoch)
        var keyBytes = random.bytes(ContentCipher.keyBytes)
        let key = SecretBytes(taking: &keyBytes)
        let nonce = random.bytes(ContentCipher.nonceBytes)
        var ciphertext = [UInt8](repeating: 0, count: content.count + ContentCipher.tagBytes)
        try ciphertext.withUnsafeMutableBufferPointer { buffer throws(CryptoError) in
            guard let base = buffer.baseAddress else { return }
            try ContentCipher.seal(
                content, key: key, nonce: nonce,
                authenticating: Self.authenticated(identity, format), into: base,
                tag: base + content.count)
        }
        return ProtectedBytes(
            epoch: epoch.number, wrappedKey: try KeyWrap.wrap(key, under: wrapping), nonce: nonce,
            ciphertext: ciphertext)
    }

    /// The content, when every byte and the identity are the ones that were sealed.
    ///
    /// Throws `KEY_MISSING` when the epoch's key is gone, `STORE_DAMAGED` for anything else.
    package func open(
        _ bytes: ProtectedBytes, identity: DocumentIdentity, format: String
    ) throws(CryptoError) -> [UInt8] {
        guard bytes.nonce.count == ContentCipher.nonceBytes,
            bytes.ciphertext.count >= ContentCipher.tagBytes
        else { throw Self.damaged(identity) }
        let key = try unwrap(bytes, identity.description)
        let content = try ContentCipher.open(
            bytes.ciphertext.dropLast(ContentCipher.tagBytes),
            tag: bytes.ciphertext.suffix(ContentCipher.tagBytes), key: key, nonce: bytes.nonce,
            authenticating: Self.authenticated(identity, format))
        guard let content else { throw Self.damaged(identity) }
        return content
    }

    /// The same bytes with their key wrapped for the epoch of this moment.
    ///
    /// Throws as `open`, but only the wrapped key is looked at.
    package func rewrap(
        _ bytes: ProtectedBytes, at now: Timestamp
    ) throws(CryptoError) -> ProtectedBytes {
        let epoch = StorageEpoch(at: now)
        if bytes.epoch == epoch.number { return bytes }
        let key = try unwrap(bytes, StorageEpoch(number: bytes.epoch).description)
        return ProtectedBytes(
            epoch: epoch.number, wrappedKey: try KeyWrap.wrap(key, under: makeKey(epoch)),
            nonce: bytes.nonce, ciphertext: bytes.ciphertext)
    }

    private func unwrap(
        _ bytes: ProtectedBytes, _ object: String
    ) throws(CryptoError) -> SecretBytes {
        let wrapping = try key(StorageEpoch(number: bytes.epoch))
        let key = SecretBytes(count: ContentCipher.keyBytes)
        guard bytes.wrappedKey.count == KeyWrap.wrappedBytes,
            try KeyWrap.unwrap(bytes.wrappedKey[...], under: wrapping, into: key)
        else { throw CryptoError(.storeDamaged, object: object) }
        return key
    }

    // 16-byte message identifier, then origin and format with their lengths before them.
    private static func authenticated(_ identity: DocumentIdentity, _ format: String) -> [UInt8] {
        var writer = ByteWriter()
        writer.fixed(identity.messageID.bytes)
        writer.string(identity.origin.text)
        writer.string(format)
        return writer.bytes
    }

    private static func damaged(_ identity: DocumentIdentity) -> CryptoError {
        CryptoError(.storeDamaged, object: identity.description)
    }
}
