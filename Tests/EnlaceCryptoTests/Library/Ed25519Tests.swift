import EnlaceModel
import Testing

@testable import EnlaceCrypto

@Suite("Ed25519")
struct Ed25519Tests {
    // RFC 8032 section 7.1, test 2.
    static let publicKey = "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"
    static let signature =
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"

    @Test("a published signature is valid, a changed one is not")
    func published() throws {
        let key = try #require(Hex.decode(Self.publicKey.utf8))
        let signature = try #require(Hex.decode(Self.signature.utf8))
        #expect(Ed25519.isValid(signature: signature, message: [0x72], publicKey: key))
        #expect(!Ed25519.isValid(signature: signature, message: [0x73], publicKey: key))
        #expect(
            !Ed25519.isValid(
                signature: Array(signature.dropLast()), message: [0x72], publicKey: key))
        #expect(!Ed25519.isValid(signature: signature, message: [0x72], publicKey: [1, 2]))
        for position in signature.indices {
            var changed = signature
            changed[position] ^= 0x10
            #expect(!Ed25519.isValid(signature: changed, message: [0x72], publicKey: key))
        }
    }

    @Test("what a key signs is valid under its public bytes")
    func roundTrip() throws {
        let key = try PrivateKey.generate(.ed25519)
        let message = Array("checkpoint".utf8)
        let signature = try Ed25519.sign(message, with: key)
        let bytes = try Ed25519.publicKey(of: key)
        #expect(signature.count == 64)
        #expect(Ed25519.isValid(signature: signature, message: message, publicKey: bytes))
    }

    @Test("a key of another kind does not sign")
    func otherKind() throws {
        let key = try PrivateKey.generate(.p256)
        #expect(throws: CryptoError(.keyNotAllowed, object: "")) {
            try Ed25519.sign([1], with: key)
        }
    }
}
