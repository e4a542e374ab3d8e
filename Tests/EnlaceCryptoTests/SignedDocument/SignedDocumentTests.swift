import EnlaceModel
import Testing

@testable import EnlaceCrypto

@Suite("Signed document")
struct SignedDocumentTests {
    private let signers = TestSigners.shared
    private let content = Array("{\"título\":\"señal\"}\r\n\n".utf8)

    private func signed(by signer: TestSigner) throws -> UnverifiedSignedDocument {
        try SignedDocument.sign(
            content: content, key: signer.key, certificate: signer.certificate, at: signingMoment)
    }

    @Test("what an author signed verifies and says who, when and as what")
    func author() throws {
        let document = try UnverifiedSignedDocument(signed(by: signers.author).derBytes)
        let verified = try document.verify(lookup: signers.lookup)
        #expect(verified.content == content)
        #expect(verified.author.certificate == signers.author.certificate)
        #expect(verified.author.commitment == .origin)
        #expect(verified.author.signingTime.text == "2026-11-23T20:31:07.000Z")
        #expect(verified.approver == nil)
        #expect(document.digest == SHA256.digest(document.derBytes))
    }

    @Test("an approval is added over the same bytes and leaves the author's signature alone")
    func approval() throws {
        let first = try signed(by: signers.author)
        for releaser in [signers.releaser, signers.withP384] {
            let both = try SignedDocument.approve(
                first, key: releaser.key, certificate: releaser.certificate, at: signingMoment)
            let verified = try UnverifiedSignedDocument(both.derBytes)
                .verify(lookup: signers.lookup)
            #expect(verified.content == content)
            #expect(both.author == first.author)
            #expect(verified.author.certificate == signers.author.certificate)
            #expect(verified.approver?.certificate == releaser.certificate)
            #expect(verified.approver?.commitment == .approval)
        }
    }

    @Test("contents of all sizes are signed", arguments: [0, 1, 127, 128, 3000, 65_536, 1_048_576])
    func sizes(count: Int) throws {
        let content = [UInt8](repeating: 0x41, count: count)
        let document = try SignedDocument.sign(
            content: content, key: signers.author.key, certificate: signers.author.certificate,
            at: signingMoment)
        #expect(try document.verify(lookup: signers.lookup).content == content)
        #expect(document.derBytes.count <= count + SignedDocument.overheadBytesMax)
    }

    @Test("a content above the limit is not signed, nor read")
    func tooLarge() {
        let content = [UInt8](repeating: 0, count: SignedDocument.contentBytesMax + 1)
        #expect(throws: CryptoError(.documentTooLarge, object: "")) {
            try SignedDocument.sign(
                content: content, key: signers.author.key,
                certificate: signers.author.certificate, at: signingMoment)
        }
        let bytes = content + [UInt8](repeating: 0, count: SignedDocument.overheadBytesMax)
        #expect(throws: CryptoError(.documentTooLarge, object: "")) {
            try UnverifiedSignedDocument(bytes)
        }
    }

    @Test("nobody approves twice, nor what they wrote, nor with somebody else's key")
    func wrongApproval() throws {
        let first = try signed(by: signers.author)
        let both = try SignedDocument.approve(
            first, key: signers.releaser.key, certificate: signers.releaser.certificate,
            at: signingMoment)
        for (document, signer) in [(first, signers.author), (both, signers.withP384)] {
            #expect(throws: CryptoError(.signerSetInvalid, object: "")) {
                try SignedDocument.approve(
                    document, key: signer.key, certificate: signer.certificate, at: signingMoment)
            }
        }
        #expect(throws: CryptoError(.keyMismatch, object: "")) {
            try SignedDocument.approve(
                first, key: signers.releaser.key, certificate: signers.withP384.certificate,
                at: signingMoment)
        }
    }

    @Test("one person with two certificates, or one key under two names, is one person")
    func samePerson() throws {
        let first = try signed(by: signers.author)
        for signer in [signers.authorAgain, signers.withAuthorKey] {
            let both = try SignedDocument.approve(
                first, key: signer.key, certificate: signer.certificate, at: signingMoment)
            #expect(throws: CryptoError(.signerSetInvalid, object: "")) {
                try both.verify(lookup: signers.lookup)
            }
        }
    }

    @Test("an unknown signer and another person's certificate are refused")
    func lookup() throws {
        let document = try signed(by: signers.author)
        #expect(throws: CryptoError(.signerUnknown, object: "")) {
            try document.verify { _ in nil }
        }
        // The second is another certificate over the author's own key.
        for other in [signers.releaser, signers.withAuthorKey] {
            #expect(throws: CryptoError(.signatureInvalid, object: "")) {
                try document.verify { _ in other.certificate }
            }
        }
    }

    @Test("every changed byte is refused, with one signer and with two")
    func changedBytes() throws {
        let first = try signed(by: signers.author)
        let both = try SignedDocument.approve(
            first, key: signers.withP384.key, certificate: signers.withP384.certificate,
            at: signingMoment)
        for document in [first, both] {
            for position in document.derBytes.indices {
                for mask: UInt8 in [0x01, 0x80, 0x20] {
                    var changed = document.derBytes
                    changed[position] ^= mask
                    let verified = try? UnverifiedSignedDocument(changed)
                        .verify(lookup: signers.lookup)
                    #expect(verified == nil, "byte \(position) with \(mask)")
                }
            }
        }
    }

    @Test("a cut or longer message is refused at every length")
    func cut() throws {
        let bytes = try signed(by: signers.author).derBytes
        for count in 0..<bytes.count {
            #expect(throws: CryptoError(.signedDocumentMalformed, object: "")) {
                try UnverifiedSignedDocument(Array(bytes.prefix(count)))
            }
        }
        #expect(throws: CryptoError(.signedDocumentMalformed, object: "")) {
            try UnverifiedSignedDocument(bytes + [0])
        }
    }
}
