package import EnlaceModel

/// Makes envelopes: the strict AuthEnvelopedData profile, one recipient, AES-256-GCM under a fresh
/// key, agreed with a fresh key on P-256. `openssl cms -decrypt` opens them.
package enum Envelope {
    /// The largest content, in bytes; larger things travel in parts.
    package static let contentBytesMax = 16 * 1024 * 1024

    /// More than an envelope ever adds to its content, in bytes.
    package static let overheadBytesMax = 512

    /// Encrypts `content` so that only the recipient's key opens it.
    ///
    /// Content key and nonce come from `random`; the ephemeral key always comes from OpenSSL's own
    /// generator. Throws `DOCUMENT_TOO_LARGE` above the limit.
    package static func seal(
        _ content: [UInt8], to recipient: EncryptionRecipient, random: some RandomSource
    ) throws(CryptoError) -> [UInt8] {
        guard content.count <= contentBytesMax else {
            throw CryptoError(
                .documentTooLarge, object: "\(content.count) bytes",
                context: ["limit": "\(contentBytesMax)"])
        }
        let ephemeral = try KeyAgreement.makeEphemeralKey()
        let secret = try recipient.publicKey.withPointer { peer throws(CryptoError) in
            try KeyAgreement.agree(own: ephemeral.pointer, peer: peer)
        }
        let wrappingKey = try KeyAgreement.deriveKey(from: secret)
        var keyBytes = random.bytes(ContentCipher.keyBytes)
        let contentKey = SecretBytes(taking: &keyBytes)
        let shape = EnvelopeShape(
            point: try ephemeral.point(), keyIdentifier: recipient.keyIdentifier,
            wrappedKey: try KeyWrap.wrap(contentKey, under: wrappingKey),
            nonce: random.bytes(ContentCipher.nonceBytes), ciphertextBytes: content.count)
        return try assemble(shape, content, contentKey)
    }

    // Header, ciphertext and tag in one allocation; the content is never copied.
    private static func assemble(
        _ shape: EnvelopeShape, _ content: [UInt8], _ key: borrowing SecretBytes
    ) throws(CryptoError) -> [UInt8] {
        var bytes = shape.header()
        let start = bytes.count
        let end = start + content.count
        bytes.reserveCapacity(end + EnvelopeShape.beforeTag.count + ContentCipher.tagBytes)
        bytes.append(contentsOf: repeatElement(0, count: content.count))
        bytes.append(contentsOf: EnvelopeShape.beforeTag)
        bytes.append(contentsOf: repeatElement(0, count: ContentCipher.tagBytes))
        try bytes.withUnsafeMutableBufferPointer { buffer throws(CryptoError) in
            guard let base = buffer.baseAddress else { return }
            let tag = base + end + EnvelopeShape.beforeTag.count
            try ContentCipher.seal(
                content, key: key, nonce: shape.nonce, into: base + start, tag: tag)
        }
        return bytes
    }
}
