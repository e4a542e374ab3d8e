import EnlaceFiles
import EnlaceModel
import Testing

@testable import EnlaceCrypto

@Suite struct RevocationListTests {
    @Test("a list comes back from PEM and DER and is bound to its issuer")
    func roundTrip() throws {
        try withTestPKI { pki in
            let list = try pki.authority.revocationList()
            let again = try RevocationList(derBytes: list.derBytes)
            #expect(again.fingerprint == list.fingerprint)
            #expect(again.thisUpdate == TestPKI.now)
            #expect(again.nextUpdate == TestPKI.now.advanced(by: .seconds(30 * 86_400)))
            #expect(again.revoked.isEmpty)
            #expect(again.isSigned(by: pki.authority.certificate))
            let other = try TestPKI(folder: FileSystem.join(pki.folder, "other"))
            #expect(!again.isSigned(by: other.authority.certificate))
        }
    }

    @Test("no changed byte leaves the signature standing")
    func changed() throws {
        try withTestPKI { pki in
            let authority = pki.authority.certificate
            let list = try pki.authority.revocationList()
            for index in list.derBytes.indices {
                var bytes = list.derBytes
                bytes[index] ^= 1
                guard let changed = try? RevocationList(derBytes: bytes) else { continue }
                #expect(!changed.isSigned(by: authority), "byte \(index)")
            }
        }
    }

    @Test("a missing file, cut bytes and other text have their codes")
    func refusals() throws {
        try withTestPKI { pki in
            let list = try pki.authority.revocationList()
            #expect(
                codeThrown { _ = try RevocationList.load(file: pki.folder + "/none") }
                    == .revocationListMissing)
            for wrong in [
                [], Array(list.derBytes.dropLast()), Array("x".utf8), list.derBytes + [0],
            ] {
                #expect(
                    codeThrown { _ = try RevocationList.decode(wrong, object: "list") }
                        == .revocationListInvalid)
            }
        }
    }

    @Test("a list for a part of the certificates is refused")
    func partial() throws {
        try withTestPKI { pki in
            let folder = pki.authority.folder
            let configuration = FileSystem.join(pki.folder, "cnf")
            let text = """
                [ca]
                default_ca = a
                [a]
                database = \(pki.folder)/index
                certificate = \(folder.certificateFile)
                private_key = \(folder.keyFile)
                default_md = sha256
                default_crl_days = 9
                crl_extensions = x
                [x]
                issuingDistributionPoint = critical, onlyuser:TRUE
                """
            try FileSystem.writeDurably(text.utf8, to: configuration, mode: .publicFile)
            try FileSystem.writeDurably([], to: pki.folder + "/index", mode: .publicFile)
            let file = FileSystem.join(pki.folder, "list")
            let made = try Command.openssl("ca", "-config", configuration, "-gencrl", "-out", file)
            try #require(made.exitCode == 0, "\(made.output)")
            #expect(
                codeThrown { _ = try RevocationList.load(file: file) } == .revocationListInvalid)
        }
    }
}
