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
        let tagStart = start + content.count
        let room = content.count + EnvelopeShape.beforeTag.count + ContentCipher.tagBytes
        bytes.reserveCapacity(start + room)
        bytes.append(contentsOf: repeatElement(0, count: room))
        let sealed = bytes.withUnsafeMutableBufferPointer { buffer -> CryptoError? in
            guard let base = buffer.baseAddress else { return nil }
            do throws(CryptoError) {
                try ContentCipher.seal(content, key: key, nonce: shape.nonce, into: base + start)
            } catch {
                return error
            }
            // The tag was written right behind the ciphertext; its header moves in between.
            for offset in (0..<ContentCipher.tagBytes).reversed() {
                buffer[tagStart + EnvelopeShape.beforeTag.count + offset] = buffer[tagStart + offset]
            }
            for (offset, byte) in EnvelopeShape.beforeTag.enumerated() {
                buffer[tagStart + offset] = byte
            }
            return nil
        }
        if let sealed { throw sealed }
        return bytes
    }
}
