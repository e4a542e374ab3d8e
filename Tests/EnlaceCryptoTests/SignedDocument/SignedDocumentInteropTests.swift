import EnlaceModel
import Testing

@testable import EnlaceCrypto

/// The `openssl` command on the other side.
@Suite("Signed document and the openssl command")
struct SignedDocumentInteropTests {
    private let signers = TestSigners.shared
    private let content = Array("línea\nzwei\r\n".utf8)

    private func verify(_ document: UnverifiedSignedDocument, _ name: String) throws -> [UInt8] {
        try signers.folder.write(document.derBytes, to: "\(name).cms")
        let people = try ["author", "releaser", "with384"].flatMap {
            try signers.folder.read("\($0).pem")
        }
        try signers.folder.write(people, to: "\(name).people.pem")
        return try signers.folder.run(
            "cms -verify -cades -binary -inform DER -in \(name).cms"
                + " -certfile \(name).people.pem -CAfile ca.pem -purpose any")
    }

    @Test("openssl cms -verify accepts one signer, on either curve")
    func one() throws {
        for signer in [signers.author, signers.withP384] {
            let document = try SignedDocument.sign(
                content: content, key: signer.key, certificate: signer.certificate,
                at: signingMoment)
            #expect(try verify(document, "one-\(signer.name)") == content)
        }
    }

    @Test("openssl cms -verify accepts two signers")
    func two() throws {
        let first = try SignedDocument.sign(
            content: content, key: signers.author.key, certificate: signers.author.certificate,
            at: signingMoment)
        for releaser in [signers.releaser, signers.withP384] {
            let both = try SignedDocument.approve(
                first, key: releaser.key, certificate: releaser.certificate, at: signingMoment)
            #expect(try verify(both, "two-\(releaser.name)") == content)
        }
    }

    @Test(
        "ours refuses what openssl cms -sign makes, as it lacks the commitment",
        arguments: [
            "-cades", "", "-noattr", "-cades -nocerts", "-cades -stream -nocerts", "-cades -keyid",
        ])
    func outside(options: String) throws {
        let name = "theirs\(options.filter(\.isLetter))"
        try signers.folder.write(content, to: "\(name).txt")
        try signers.folder.run(
            "cms -sign -binary -nodetach -nosmimecap -md sha256 -outform DER -in \(name).txt"
                + " -out \(name).cms -signer author.pem -inkey author.key \(options)")
        #expect(throws: CryptoError(.signedDocumentMalformed, object: "")) {
            try UnverifiedSignedDocument(signers.folder.read("\(name).cms"))
        }
    }
}
