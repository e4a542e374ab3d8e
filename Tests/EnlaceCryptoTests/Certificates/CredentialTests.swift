import EnlaceFiles
import EnlaceModel
import Testing

@testable import EnlaceCrypto

@Suite struct CredentialTests {
    @Test("certificate, intermediates and key are loaded together")
    func load() throws {
        try withTestPKI { pki in
            let key = try PrivateKey.generate()
            let agency = try pki.agency("Agencia", below: pki.authority)
            let certificate = try agency.issue(
                TestPKI.request(.nodeTLS, key: key), as: .nodeTLS, now: TestPKI.now)
            let files = ["tls.pem", "tls.key"].map { FileSystem.join(pki.folder, $0) }
            let chain = certificate.pem + agency.certificate.pem
            try FileSystem.writeDurably(chain.utf8, to: files[0], mode: .publicFile)
            try key.save(file: files[1], passphrase: Secret(copying: "abc".utf8))
            let credential = try Credential.load(
                certificateFile: files[0], keyFile: files[1],
                passphrase: Secret(copying: "abc".utf8))
            #expect(credential.certificate == certificate)
            #expect(credential.intermediates == [agency.certificate])
            #expect(
                codeThrown {
                    _ = try Credential(
                        certificate: agency.certificate, key: credential.key)
                } == .keyMismatch)
        }
    }
}
