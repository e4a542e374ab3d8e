import EnlaceModel

/// The one shape of an envelope, as bytes: CMS AuthEnvelopedData (RFC 5083) in DER with everything
/// constant but the five fields below.
///
///     ContentInfo { id-ct-authEnvelopedData, [0] AuthEnvelopedData {
///       version 0,
///       recipientInfos SET { [1] KeyAgreeRecipientInfo {           -- RFC 5652 section 6.2.2
///         version 3,
///         originator [0] { [1] { { id-ecPublicKey }, BIT STRING point } },
///         keyEncryptionAlgorithm { dhSinglePass-stdDH-sha256kdf, { id-aes256-wrap } },
///         { { [0] { keyIdentifier }, encryptedKey } } } },
///       authEncryptedContentInfo { id-data, { id-aes256-GCM, { nonce, 16 } }, [0] ciphertext },
///       mac } }
///
/// Nothing of this is authenticated but the ciphertext; whoever changes a byte elsewhere gets
/// another key or is refused here.
struct EnvelopeShape: Equatable {
    static let pointBytes = 65
    static let keyIdentifierBytes = 20

    /// The sender's ephemeral public key: `04 || X || Y`.
    var point: [UInt8]
    /// The recipient's subject key identifier.
    var keyIdentifier: [UInt8]
    /// The content key under AES-256 key wrap.
    var wrappedKey: [UInt8]
    var nonce: [UInt8]
    var ciphertextBytes: Int
}

extension EnvelopeShape {
    static let contentType: [UInt8] = [
        0x06, 0x0B, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x10, 0x01, 0x17,
    ]
    // version 0; SET 182, [1] 179, version 3; [0] 81, [1] 79, { id-ecPublicKey }, BIT STRING 66
    private static let beforePoint: [UInt8] = [
        0x02, 0x01, 0x00, 0x31, 0x81, 0xB6, 0xA1, 0x81, 0xB3, 0x02, 0x01, 0x03, 0xA0, 0x51, 0xA1,
        0x4F, 0x30, 0x09, 0x06, 0x07, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01, 0x03, 0x42, 0x00,
    ]
    // { 1.3.132.1.11.1, { id-aes256-wrap } }; SEQUENCE OF 68, SEQUENCE 66, [0] 22, OCTET STRING 20
    private static let beforeKeyIdentifier: [UInt8] = [
        0x30, 0x15, 0x06, 0x06, 0x2B, 0x81, 0x04, 0x01, 0x0B, 0x01, 0x30, 0x0B, 0x06, 0x09, 0x60,
        0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x01, 0x2D, 0x30, 0x44, 0x30, 0x42, 0xA0, 0x16, 0x04,
        0x14,
    ]
    private static let beforeWrappedKey: [UInt8] = [0x04, 0x28]
    // id-data; SEQUENCE 30 { id-aes256-GCM, SEQUENCE 17 { OCTET STRING 12 …
    private static let beforeNonce: [UInt8] = [
        0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x01, 0x30, 0x1E, 0x06, 0x09,
        0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x01, 0x2E, 0x30, 0x11, 0x04, 0x0C,
    ]
    // … INTEGER 16 } }
    private static let afterNonce: [UInt8] = [0x02, 0x01, 0x10]
    /// OCTET STRING 16, right before the tag.
    static let beforeTag: [UInt8] = [0x04, 0x10]

    /// Everything before the ciphertext; behind it come `beforeTag` and the tag.
    func header() -> [UInt8] {
        let ciphertext = DER.header(DER.contextPrimitive(0), ciphertextBytes)
        let infoFixed = Self.beforeNonce.count + nonce.count + Self.afterNonce.count
        let infoBytes = infoFixed + DER.size(ciphertextBytes)
        let recipients =
            Self.beforePoint.count + point.count + Self.beforeKeyIdentifier.count
            + keyIdentifier.count + Self.beforeWrappedKey.count + wrappedKey.count
        let bodyBytes =
            recipients + DER.size(infoBytes) + Self.beforeTag.count + ContentCipher.tagBytes
        let outerBytes = Self.contentType.count + DER.size(DER.size(bodyBytes))
        var bytes: [UInt8] = []
        for part in [
            DER.header(DER.sequence, outerBytes), Self.contentType,
            DER.header(DER.context(0), DER.size(bodyBytes)), DER.header(DER.sequence, bodyBytes),
            Self.beforePoint, point, Self.beforeKeyIdentifier, keyIdentifier,
            Self.beforeWrappedKey, wrappedKey, DER.header(DER.sequence, infoBytes),
            Self.beforeNonce, nonce, Self.afterNonce, ciphertext,
        ] { bytes.append(contentsOf: part) }
        return bytes
    }
}

extension EnvelopeShape {
    /// An envelope taken apart; the slices share the message's storage.
    struct Parsed {
        let shape: EnvelopeShape
        let ciphertext: ArraySlice<UInt8>
        let tag: ArraySlice<UInt8>
    }

    /// Accepts exactly what `header` and the tag behind the ciphertext can make.
    static func parse(_ bytes: [UInt8]) throws(DERReader.Fault) -> Parsed {
        var message = DERReader(bytes)
        var outer = try message.nested(DER.sequence)
        try message.finish()
        try outer.literal(contentType)
        var explicit = try outer.nested(DER.context(0))
        try outer.finish()
        var body = try explicit.nested(DER.sequence)
        try explicit.finish()
        try body.literal(beforePoint)
        let point = Array(try body.raw(count: pointBytes))
        try body.literal(beforeKeyIdentifier)
        let keyIdentifier = Array(try body.raw(count: keyIdentifierBytes))
        try body.literal(beforeWrappedKey)
        let wrappedKey = Array(try body.raw(count: KeyWrap.wrappedBytes))
        var info = try body.nested(DER.sequence)
        try info.literal(beforeNonce)
        let nonce = Array(try info.raw(count: ContentCipher.nonceBytes))
        try info.literal(afterNonce)
        let ciphertext = try info.element(DER.contextPrimitive(0))
        try info.finish()
        try body.literal(beforeTag)
        let tag = try body.raw(count: ContentCipher.tagBytes)
        try body.finish()
        guard point.first == 0x04 else { throw DERReader.Fault(offset: 0) }
        let shape = EnvelopeShape(
            point: point, keyIdentifier: keyIdentifier, wrappedKey: wrappedKey, nonce: nonce,
            ciphertextBytes: ciphertext.count)
        return Parsed(shape: shape, ciphertext: bytes[ciphertext], tag: tag)
    }
}
