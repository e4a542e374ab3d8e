import CEnlaceOpenSSL
import EnlaceModel

/// Opens envelopes made for one of this node's encryption keys.
///
/// Whatever is wrong, the answer is the same `ENVELOPE_REFUSED` without a reason, and once the shape
/// is right and the key is ours the work done is the same too: a content key that does not unwrap is
/// replaced by a random one. Plaintext exists outside this type only after the tag held.
package struct EnvelopeOpener: Sendable {
    private let keys: [[UInt8]: PrivateKey]
    /// Opens whatever recipient an envelope names.
    private let onlyKey: PrivateKey?

    /// The node's encryption keys by their 20-byte identifiers: the current one and those retired
    /// that still open.
    ///
    /// Throws `KEY_NOT_ALLOWED` for a key that is not on P-256.
    package init(keys: [[UInt8]: PrivateKey]) throws(CryptoError) {
        for key in keys.values {
            try EncryptionRecipient.requireP256(key.algorithm)
        }
        self.keys = keys
        onlyKey = nil
    }

    /// For tools that hold one key and not its certificate: the identifier in an envelope is not
    /// compared, so an envelope for another key is refused only by its tag.
    ///
    /// Throws `KEY_NOT_ALLOWED` for a key that is not on P-256.
    package init(onlyKey key: PrivateKey) throws(CryptoError) {
        try EncryptionRecipient.requireP256(key.algorithm)
        keys = [:]
        onlyKey = key
    }

    /// The content, which is not authenticated as coming from anyone: it is to be treated as a
    /// signed document and as nothing else.
    package func open(_ bytes: [UInt8]) throws(CryptoError) -> [UInt8] {
        guard bytes.count <= Envelope.contentBytesMax + Envelope.overheadBytesMax,
            let parsed = try? EnvelopeShape.parse(bytes),
            let key = keys[parsed.shape.keyIdentifier] ?? onlyKey,
            let content = try? decrypt(parsed, with: key)
        else { throw Self.refused }
        return content
    }

    private func decrypt(
        _ parsed: EnvelopeShape.Parsed, with key: PrivateKey
    ) throws(CryptoError) -> [UInt8] {
        guard let peer = try KeyAgreement.readPoint(parsed.shape.point) else { throw Self.refused }
        let secret = try key.withPointer { own throws(CryptoError) in
            try KeyAgreement.agree(own: own, peer: peer.pointer)
        }
        let wrappingKey = try KeyAgreement.deriveKey(from: secret)
        var stand = SystemRandom().bytes(ContentCipher.keyBytes)
        let contentKey = SecretBytes(taking: &stand)
        let unwrapped = try KeyWrap.unwrap(
            parsed.shape.wrappedKey[...], under: wrappingKey, into: contentKey)
        let content = try ContentCipher.open(
            parsed.ciphertext, tag: parsed.tag, key: contentKey, nonce: parsed.shape.nonce)
        guard unwrapped, let content else { throw Self.refused }
        return content
    }

    // The reasons in the library's queue are dropped: nobody outside shall learn them.
    private static var refused: CryptoError {
        ERR_clear_error()
        return CryptoError(.envelopeRefused, object: "envelope")
    }
}

extension EnvelopeOpener {
    /// The node's encryption certificates with their keys: the current one and those retired that
    /// still open.
    ///
    /// Throws as `EncryptionRecipient` does: what nobody could encrypt to is not opened either.
    package init(_ credentials: [Credential]) throws(CryptoError) {
        var keys: [[UInt8]: PrivateKey] = [:]
        for credential in credentials {
            let recipient = try EncryptionRecipient(credential.certificate)
            keys[recipient.keyIdentifier] = credential.key
        }
        try self.init(keys: keys)
    }
}
