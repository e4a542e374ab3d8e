import EnlaceModel

/// Feeds envelopes that must not open to the opener, before a daemon does anything else.
///
/// Versions of OpenSSL in the field release forged plaintext (a tag cut to one byte, a cipher
/// without authentication). The opener does not rest on that code; this test shows it on the
/// library that the process really runs on.
package enum EnvelopeSelfTest {
    static let content = Array("a lead that nobody has seen".utf8)

    /// Throws `CRYPTO_SELF_TEST_FAILED` naming the case when a good envelope does not open, or a
    /// forged one does.
    package static func run() throws(CryptoError) {
        try run { (opener, bytes) throws(CryptoError) in try opener.open(bytes) }
    }

    static func run(
        opening open: (EnvelopeOpener, [UInt8]) throws(CryptoError) -> [UInt8]
    ) throws(CryptoError) {
        let key = try PrivateKey.generate(.p256)
        let identifier = [UInt8](repeating: 0x5A, count: EnvelopeShape.keyIdentifierBytes)
        let recipient = try EncryptionRecipient(
            publicKey: key.publicKey, keyIdentifier: identifier)
        let opener = try EnvelopeOpener(keys: [identifier: key])
        let good = try Envelope.seal(content, to: recipient, random: SystemRandom())
        guard let opened = try? open(opener, good), opened == content else {
            throw failure("good envelope")
        }
        for forgery in try forgeries(of: good) {
            guard (try? open(opener, forgery.bytes)) == nil else { throw failure(forgery.name) }
        }
    }

    private struct Forgery {
        let name: String
        let bytes: [UInt8]
    }

    private static func forgeries(of good: [UInt8]) throws(CryptoError) -> [Forgery] {
        guard let parsed = try? EnvelopeShape.parse(good), let body = body(of: good),
            let key = good.firstRange(of: parsed.shape.wrappedKey)
        else { throw failure("own shape") }
        let beforeTag = body.dropLast(EnvelopeShape.beforeTag.count + ContentCipher.tagBytes)
        var forgeries = [1, 4, 12, 15].map { count in
            let tag = DER.element(DER.octetString, Array(parsed.tag.prefix(count)))
            return Forgery(name: "tag of \(count) bytes", bytes: rewrap(Array(beforeTag) + tag))
        }
        for (name, position) in [
            ("changed tag", parsed.tag.startIndex), ("changed key", key.lowerBound),
            ("changed ciphertext", parsed.ciphertext.startIndex),
        ] {
            var changed = good
            changed[position] ^= 0x01
            forgeries.append(Forgery(name: name, bytes: changed))
        }
        forgeries += [
            Forgery(name: "cipher without authentication", bytes: replacingCipher(in: good)),
            Forgery(name: "trailing byte", bytes: good + [0]),
            Forgery(name: "cut", bytes: Array(good.dropLast())),
        ]
        return forgeries
    }

    // The content of the AuthEnvelopedData sequence.
    private static func body(of good: [UInt8]) -> ArraySlice<UInt8>? {
        var message = DERReader(good)
        guard var outer = try? message.nested(DER.sequence),
            (try? outer.literal(EnvelopeShape.contentType)) != nil,
            var explicit = try? outer.nested(DER.context(0)),
            let body = try? explicit.element(DER.sequence)
        else { return nil }
        return good[body]
    }

    private static func rewrap(_ body: [UInt8]) -> [UInt8] {
        DER.element(
            DER.sequence, EnvelopeShape.contentType,
            DER.element(DER.context(0), DER.element(DER.sequence, body)))
    }

    // id-aes256-OFB in the place of id-aes256-GCM: the last arc is 43 instead of 46.
    private static func replacingCipher(in good: [UInt8]) -> [UInt8] {
        let gcm: [UInt8] = [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x01, 0x2E]
        var bytes = good
        if let range = good.firstRange(of: gcm) { bytes[range.upperBound - 1] = 0x2B }
        return bytes
    }

    private static func failure(_ name: String) -> CryptoError {
        CryptoError(.cryptoSelfTestFailed, object: "envelope", context: ["case": name])
    }
}
