import EnlaceModel
import Testing

@testable import EnlaceCrypto

/// Messages whose signatures hold but whose shape is not the allowed one, built element by element.
@Suite("Forged signed documents")
struct ForgedSignedDocumentTests {
    /// One way to build a message that differs from the profile.
    struct Forgery: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var code = ErrorCode.signedDocumentMalformed
        let build: @Sendable (Builder) throws -> [UInt8]
    }

    static let forgeries: [Forgery] = [
        Forgery(testDescription: "no signer") { try $0.message([]) },
        Forgery(testDescription: "three signers") {
            let author = try $0.info(TestSigners.shared.author, .origin)
            let second = try $0.info(TestSigners.shared.releaser, .approval)
            let third = try $0.info(TestSigners.shared.withP384, .approval)
            return try $0.message([author, second, third], both: true)
        },
        Forgery(testDescription: "two of origin", code: .signerSetInvalid) {
            let author = try $0.info(TestSigners.shared.author, .origin)
            return try $0.message([author, $0.info(TestSigners.shared.releaser, .origin)])
        },
        Forgery(testDescription: "only an approval", code: .signerSetInvalid) {
            try $0.message([$0.info(TestSigners.shared.author, .approval)])
        },
        Forgery(testDescription: "the same person twice", code: .signerSetInvalid) {
            let author = try $0.info(TestSigners.shared.author, .origin)
            return try $0.message([author, $0.info(TestSigners.shared.author, .approval)])
        },
        Forgery(testDescription: "the same signer info twice") {
            let author = try $0.info(TestSigners.shared.author, .origin)
            return try $0.message([author, author])
        },
        Forgery(testDescription: "signer infos in the wrong order") {
            let author = try $0.info(TestSigners.shared.author, .origin)
            let second = try $0.info(TestSigners.shared.releaser, .approval)
            return try $0.message([author, second], isReversed: true)
        },
        Forgery(testDescription: "a missing attribute") {
            try $0.message([$0.info(TestSigners.shared.author, .origin) { Array($0.dropLast()) }])
        },
        Forgery(testDescription: "no signed attributes") {
            try $0.message([$0.info(TestSigners.shared.author, .origin) { _ in [] }])
        },
        Forgery(testDescription: "an extra attribute") {
            let extra = DER.element(
                DER.sequence, [0x06, 0x03, 0x2A, 0x03, 0x04],
                DER.element(DER.set, DER.element(DER.octetString, [1])))
            return try $0.message([
                $0.info(TestSigners.shared.author, .origin) { $0 + [extra] }
            ])
        },
        Forgery(testDescription: "an attribute twice") {
            try $0.message([
                $0.info(TestSigners.shared.author, .origin) { $0 + [$0.first ?? []] }
            ])
        },
        Forgery(testDescription: "attributes in the wrong order") {
            try $0.message([
                $0.info(TestSigners.shared.author, .origin, isReversed: true)
            ])
        },
        Forgery(testDescription: "unsigned attributes") {
            let unsigned = DER.element(
                DER.context(1),
                DER.element(
                    DER.sequence, [0x06, 0x03, 0x2A, 0x03, 0x04],
                    DER.element(DER.set, DER.element(DER.octetString, [1]))))
            return try $0.message([
                $0.info(TestSigners.shared.author, .origin, after: unsigned)
            ])
        },
        Forgery(testDescription: "a certificate inside") {
            let certificate = TestSigners.shared.author.certificate.derBytes
            return try $0.message(
                [$0.info(TestSigners.shared.author, .origin)],
                before: DER.element(DER.context(0), certificate))
        },
        Forgery(testDescription: "empty certificates") {
            try $0.message(
                [$0.info(TestSigners.shared.author, .origin)], before: [0xA0, 0x00])
        },
        Forgery(testDescription: "empty revocation lists") {
            try $0.message(
                [$0.info(TestSigners.shared.author, .origin)], before: [0xA1, 0x00])
        },
        Forgery(testDescription: "version 3") {
            try $0.message([$0.info(TestSigners.shared.author, .origin)], version: 3)
        },
        Forgery(testDescription: "a signer info of version 3") {
            try $0.message([$0.info(TestSigners.shared.author, .origin, version: 3)])
        },
        Forgery(testDescription: "content detached") {
            try $0.message(
                [$0.info(TestSigners.shared.author, .origin)],
                encapsulated: DER.element(DER.sequence, ObjectIdentifiers.data))
        },
        Forgery(testDescription: "content of another type") {
            try $0.message(
                [$0.info(TestSigners.shared.author, .origin)],
                encapsulated: DER.element(
                    DER.sequence, ObjectIdentifiers.signedData,
                    DER.element(DER.context(0), DER.element(DER.octetString, $0.content))))
        },
        Forgery(testDescription: "content in pieces") {
            let pieces = DER.element(
                0x24, DER.element(DER.octetString, Array($0.content.prefix(3))),
                DER.element(DER.octetString, Array($0.content.dropFirst(3))))
            return try $0.message(
                [$0.info(TestSigners.shared.author, .origin)],
                encapsulated: DER.element(
                    DER.sequence, ObjectIdentifiers.data, DER.element(DER.context(0), pieces)))
        },
        Forgery(testDescription: "an indefinite length") {
            let good = try $0.message([$0.info(TestSigners.shared.author, .origin)])
            let body = good.dropFirst(4)
            return [0x30, 0x80] + body + [0, 0]
        },
        Forgery(testDescription: "a length with a zero before it") {
            let good = try $0.message([$0.info(TestSigners.shared.author, .origin)])
            return [0x30, 0x83, 0x00] + good[2..<4] + good[4...]
        },
        Forgery(testDescription: "trailing bytes") {
            try $0.message([$0.info(TestSigners.shared.author, .origin)]) + [0x05, 0x00]
        },
        Forgery(testDescription: "digest algorithm with NULL parameters") {
            let null = SignatureAlgorithm.p256WithSHA256.digestIdentifier.dropFirst(2) + [5, 0]
            return try $0.message(
                [$0.info(TestSigners.shared.author, .origin)],
                digests: DER.element(DER.sequence, Array(null)))
        },
        Forgery(testDescription: "a digest algorithm too many") {
            try $0.message(
                [$0.info(TestSigners.shared.author, .origin)],
                digests: SignatureAlgorithm.p256WithSHA256.digestIdentifier
                    + SignatureAlgorithm.p384WithSHA384.digestIdentifier)
        },
        Forgery(testDescription: "a digest that is not the content's", code: .signatureInvalid) {
            try $0.message([$0.info(TestSigners.shared.author, .origin, over: [1, 2, 3])])
        },
        Forgery(testDescription: "another content", code: .signatureInvalid) {
            try $0.message(
                [$0.info(TestSigners.shared.author, .origin)],
                encapsulated: DER.element(
                    DER.sequence, ObjectIdentifiers.data,
                    DER.element(DER.context(0), DER.element(DER.octetString, [9]))))
        },
        Forgery(testDescription: "the signature of another key", code: .signatureInvalid) {
            try $0.message([
                $0.info(
                    TestSigners.shared.author, .origin, key: TestSigners.shared.releaser.key)
            ])
        },
        Forgery(testDescription: "the digest of another certificate", code: .signerUnknown) {
            try $0.message([
                $0.info(
                    TestSigners.shared.author, .origin,
                    certificateDigest: TestSigners.shared.releaser.certificate.fingerprint)
            ])
        },
    ]

    @Test("is refused with its code", arguments: forgeries)
    func refused(_ forgery: Forgery) throws {
        let bytes = try forgery.build(Builder())
        #expect(throws: CryptoError(forgery.code, object: "")) {
            try UnverifiedSignedDocument(bytes).verify(lookup: TestSigners.shared.lookup)
        }
    }

    @Test("what the builder makes without a difference is accepted")
    func builder() throws {
        let builder = Builder()
        let author = try builder.info(TestSigners.shared.author, .origin)
        let second = try builder.info(TestSigners.shared.releaser, .approval)
        for infos in [[author], [author, second]] {
            let document = try UnverifiedSignedDocument(builder.message(infos))
            #expect(
                try document.verify(lookup: TestSigners.shared.lookup).content == builder.content)
        }
    }
}

/// Builds messages with every part replaceable; its signatures are always right for what they sign.
struct Builder: Sendable {
    let content = Array("contenido".utf8)

    func info(
        _ signer: TestSigner, _ commitment: Commitment, over signed: [UInt8]? = nil,
        key: PrivateKey? = nil, certificateDigest: SHA256Digest? = nil, version: UInt8 = 1,
        after: [UInt8] = [], isReversed: Bool = false,
        changing: ([[UInt8]]) -> [[UInt8]] = { $0 }
    ) throws -> [UInt8] {
        let algorithm = try SignatureAlgorithm(signer.key.algorithm)
        let encoded = try SignedAttributes(
            contentDigest: algorithm.digest(signed ?? content), signingTime: signingMoment,
            certificateDigest: certificateDigest ?? signer.certificate.fingerprint,
            commitment: commitment
        ).encoded()
        let attributes = sorted(changing(try elements(encoded)), isReversed)
        let digest = try algorithm.digest(DER.element(DER.set, attributes))
        let signature = try ECDSA.sign(digest: digest, with: key ?? signer.key)
        return DER.element(
            DER.sequence, [2, 1, version], signer.certificate.issuerAndSerialBytes,
            algorithm.digestIdentifier,
            attributes.isEmpty ? [] : DER.element(DER.context(0), attributes),
            algorithm.signatureIdentifier, DER.element(DER.octetString, signature), after)
    }

    func message(
        _ infos: [[UInt8]], version: UInt8 = 1, digests: [UInt8]? = nil, both: Bool = false,
        encapsulated: [UInt8]? = nil, before: [UInt8] = [],
        isReversed: Bool = false
    ) throws -> [UInt8] {
        let sha256 = SignatureAlgorithm.p256WithSHA256.digestIdentifier
        let sha384 = SignatureAlgorithm.p384WithSHA384.digestIdentifier
        let body = DER.element(
            DER.sequence, [2, 1, version],
            DER.element(DER.set, digests ?? (both ? sha256 + sha384 : sha256)),
            encapsulated
                ?? DER.element(
                    DER.sequence, ObjectIdentifiers.data,
                    DER.element(DER.context(0), DER.element(DER.octetString, content))),
            before, DER.element(DER.set, sorted(infos, isReversed)))
        return DER.element(
            DER.sequence, ObjectIdentifiers.signedData, DER.element(DER.context(0), body))
    }

    private func sorted(_ elements: [[UInt8]], _ isReversed: Bool) -> [UInt8] {
        Array(elements.sorted { DER.precedes($0, $1) != isReversed }.joined())
    }

    private func elements(_ encoded: [UInt8]) throws -> [[UInt8]] {
        var reader = DERReader(encoded)
        var elements: [[UInt8]] = []
        while !reader.isAtEnd {
            let start = reader.position
            _ = try reader.element(DER.sequence)
            elements.append(Array(encoded[start..<reader.position]))
        }
        return elements
    }
}
