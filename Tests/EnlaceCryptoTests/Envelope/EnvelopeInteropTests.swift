import EnlaceModel
import Testing

@testable import EnlaceCrypto

/// The `openssl` command on the other side.
@Suite("Envelope and the openssl command")
struct EnvelopeInteropTests {
    private struct Fixture {
        let command: OpenSSLCommand
        let key: PrivateKey
        let identifier: [UInt8]
    }

    private func fixture() throws -> Fixture {
        let command = try OpenSSLCommand()
        try command.run("genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out key.pem")
        try command.run(
            "req -x509 -new -key key.pem -subj /CN=node -days 2 -out cert.pem"
                + " -addext keyUsage=critical,keyAgreement -addext subjectKeyIdentifier=hash")
        let pem = String(decoding: try command.read("key.pem"), as: UTF8.self)
        let text = String(
            decoding: try command.run("x509 -in cert.pem -noout -ext subjectKeyIdentifier"),
            as: UTF8.self)
        let hex = text.split(separator: "\n").last?.filter { $0 != ":" && $0 != " " } ?? ""
        return Fixture(
            command: command, key: try TestKeys.privateKey(pem: pem),
            identifier: try #require(Hex.decode(hex.utf8)))
    }

    @Test("openssl cms -decrypt opens ours")
    func theyOpen() throws {
        let fixture = try fixture()
        let content = Array("línea uno\nline two\r\n\0 end".utf8)
        let recipient = try EncryptionRecipient(
            publicKey: fixture.key.publicKey, keyIdentifier: fixture.identifier)
        let sealed = try Envelope.seal(content, to: recipient, random: SystemRandom())
        try fixture.command.write(sealed, to: "ours.der")
        let opened = try fixture.command.run(
            "cms -decrypt -binary -inform DER -in ours.der -inkey key.pem -recip cert.pem")
        #expect(opened == content)
    }

    @Test("ours opens what openssl cms -encrypt made in the profile", arguments: [1, 3000, 70_000])
    func weOpen(count: Int) throws {
        let fixture = try fixture()
        let content = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
        try fixture.command.write(content, to: "plain")
        try fixture.command.run(
            "cms -encrypt -binary -keyid -aes-256-gcm -aes256-wrap -outform DER -in plain"
                + " -out theirs.der -recip cert.pem -keyopt ecdh_kdf_md:sha256")
        let opener = try EnvelopeOpener(keys: [fixture.identifier: fixture.key])
        #expect(try opener.open(fixture.command.read("theirs.der")) == content)
    }

    @Test(
        "ours refuses what openssl cms -encrypt makes outside the profile",
        arguments: [
            "-keyid -aes-256-gcm -aes256-wrap -recip cert.pem",
            "-keyid -aes-128-gcm -aes256-wrap -recip cert.pem -keyopt ecdh_kdf_md:sha256",
            "-keyid -aes-256-cbc -aes256-wrap -recip cert.pem -keyopt ecdh_kdf_md:sha256",
            "-aes-256-gcm -aes256-wrap -recip cert.pem -keyopt ecdh_kdf_md:sha256",
            "-keyid -aes-256-gcm -aes128-wrap -recip cert.pem -keyopt ecdh_kdf_md:sha256",
            "-keyid -stream -aes-256-gcm -aes256-wrap -recip cert.pem -keyopt ecdh_kdf_md:sha256",
        ])
    func outside(options: String) throws {
        let fixture = try fixture()
        try fixture.command.write([1, 2, 3], to: "plain")
        try fixture.command.run(
            "cms -encrypt -binary -outform DER -in plain -out theirs.der \(options)")
        let opener = try EnvelopeOpener(keys: [fixture.identifier: fixture.key])
        #expect(throws: CryptoError(.envelopeRefused, object: "")) {
            try opener.open(fixture.command.read("theirs.der"))
        }
    }
}
