import EnlaceModel
import Testing

@testable import EnlaceCrypto

@Suite("Envelope")
struct EnvelopeTests {
    static let identifier = [UInt8](repeating: 0x11, count: 20)

    private func pair() throws -> (EncryptionRecipient, EnvelopeOpener) {
        let key = try PrivateKey.generate(.p256)
        let recipient = try EncryptionRecipient(
            publicKey: key.publicKey, keyIdentifier: Self.identifier)
        return (recipient, try EnvelopeOpener(keys: [Self.identifier: key]))
    }

    @Test(
        "what was sealed opens",
        arguments: [0, 1, 15, 16, 17, 3000, 65_536, 1_048_576, Envelope.contentBytesMax])
    func roundTrip(count: Int) throws {
        let (recipient, opener) = try pair()
        let content = [UInt8](repeating: 0xA7, count: count)
        let sealed = try Envelope.seal(content, to: recipient, random: SystemRandom())
        #expect(sealed.count <= count + Envelope.overheadBytesMax)
        #expect(try opener.open(sealed) == content)
    }

    @Test("a content above the limit is refused, sealing and opening")
    func tooLarge() throws {
        let (recipient, opener) = try pair()
        let content = [UInt8](repeating: 0, count: Envelope.contentBytesMax + 1)
        #expect(throws: CryptoError(.documentTooLarge, object: "")) {
            try Envelope.seal(content, to: recipient, random: SystemRandom())
        }
        #expect(throws: CryptoError(.envelopeRefused, object: "")) { try opener.open(content) }
    }

    @Test("the same content is sealed to other bytes each time")
    func fresh() throws {
        let (recipient, _) = try pair()
        let first = try EnvelopeShape.parse(
            Envelope.seal([1], to: recipient, random: SystemRandom()))
        let second = try EnvelopeShape.parse(
            Envelope.seal([1], to: recipient, random: SystemRandom()))
        #expect(first.shape.point != second.shape.point)
        #expect(first.shape.nonce != second.shape.nonce)
        #expect(first.shape.wrappedKey != second.shape.wrappedKey)
    }

    @Test("another node's key does not open it, under its own identifier or a borrowed one")
    func otherKey() throws {
        let (recipient, _) = try pair()
        let sealed = try Envelope.seal([1, 2, 3], to: recipient, random: SystemRandom())
        let stranger = try PrivateKey.generate(.p256)
        for identifier in [Self.identifier, [UInt8](repeating: 0x22, count: 20)] {
            let opener = try EnvelopeOpener(keys: [identifier: stranger])
            #expect(throws: CryptoError(.envelopeRefused, object: "")) { try opener.open(sealed) }
        }
    }

    @Test("a retired key still opens beside the current one")
    func retired() throws {
        let retired = try PrivateKey.generate(.p256)
        let recipient = try EncryptionRecipient(
            publicKey: retired.publicKey, keyIdentifier: Self.identifier)
        let opener = try EnvelopeOpener(keys: [
            Self.identifier: retired,
            [UInt8](repeating: 9, count: 20): PrivateKey.generate(.p256),
        ])
        let sealed = try Envelope.seal([7], to: recipient, random: SystemRandom())
        #expect(try opener.open(sealed) == [7])
    }

    @Test("a recipient needs a key on P-256 and an identifier of 20 bytes")
    func recipient() throws {
        let other = try PrivateKey.generate(.p384).publicKey
        #expect(throws: CryptoError(.keyNotAllowed, object: "")) {
            try EncryptionRecipient(publicKey: other, keyIdentifier: Self.identifier)
        }
        let key = try PrivateKey.generate(.p256).publicKey
        #expect(throws: CryptoError(.keyNotAllowed, object: "")) {
            try EncryptionRecipient(publicKey: key, keyIdentifier: [1, 2, 3])
        }
    }

    @Test("sealing and opening from many tasks at once works")
    func parallel() async throws {
        let (recipient, opener) = try pair()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for seed in 0..<8 {
                group.addTask {
                    for round in 0..<20 {
                        let content = [UInt8](repeating: UInt8(seed), count: 100 + round)
                        let sealed = try Envelope.seal(
                            content, to: recipient, random: SystemRandom())
                        #expect(try opener.open(sealed) == content)
                    }
                }
            }
            try await group.waitForAll()
        }
    }
}
