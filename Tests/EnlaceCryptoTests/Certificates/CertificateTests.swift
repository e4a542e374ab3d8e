import EnlaceFiles
import EnlaceModel
import Testing

@testable import EnlaceCrypto

@Suite struct CertificateTests {
    @Test("all fields are read", arguments: CertificateProfile.allCases)
    func fields(profile: CertificateProfile) throws {
        try withTestPKI { pki in
            let certificate =
                profile == .countryAuthority
                ? pki.authority.certificate : try pki.issue(profile)
            #expect(certificate.fingerprint == SHA256.digest(certificate.derBytes))
            #expect(certificate.issuer == pki.authority.certificate.subject)
            #expect(certificate.subjectKeyIdentifier?.count == 20)
            #expect(certificate.keyUsage == profile.keyUsage)
            #expect(certificate.extendedKeyUsages == profile.extendedKeyUsages)
            #expect(certificate.name == (try TestPKI.name(for: profile)))
            #expect(certificate.isAuthority == (profile.holder == .authority))
            #expect(certificate.pathLengthMax == profile.pathLengthMax)
            #expect(certificate.notBefore == TestPKI.now.advanced(by: .seconds(-300)))
            #expect(certificate.isSelfSigned == (profile == .countryAuthority))
            #expect(CertificateProfile.of(certificate) == profile)
            #expect(certificate.issuerAndSerialBytes[0] == 0x30)
            if profile != .countryAuthority {
                #expect(
                    certificate.authorityKeyIdentifier
                        == pki.authority.certificate.subjectKeyIdentifier)
            }
        }
    }

    @Test("accents of a subject stay, control and bidirectional characters become visible")
    func subject() throws {
        try withTemporaryFolder { folder in
            let pki = try TestPKI(folder: folder, name: "Peña\u{202E}\u{7}")
            #expect(
                pki.authority.certificate.subject
                    == "CN=Peña⟨U+202E⟩\\07,O=Secretaría de Ñandúes,C=MX")
        }
    }

    @Test("PEM and DER, one and several, come back the same; cut and foreign text is refused")
    func files() throws {
        try withTestPKI { pki in
            let chain = [try pki.issue(.nodeTLS), pki.authority.certificate]
            let path = FileSystem.join(pki.folder, "file")
            let pem = "a comment\r\n" + chain.map(\.pem).joined().replacing("\n", with: "\r\n")
            try FileSystem.writeDurably(pem.utf8, to: path, mode: .publicFile)
            #expect(try Certificate.loadAll(file: path) == chain)
            #expect(codeThrown { _ = try Certificate.load(file: path) } == .certificateMalformed)
            try FileSystem.writeDurably(chain[0].derBytes, to: path, mode: .publicFile)
            #expect(try Certificate.load(file: path) == chain[0])
            #expect(
                codeThrown { _ = try Certificate.load(file: path + "-none") } == .fileNotFound)
            let key = try PrivateKey.generate().pem().withBytes { Array($0) }
            for wrong in [[], Array("text".utf8), Array(pem.utf8.dropLast(40)), key] {
                #expect(
                    codeThrown { _ = try Certificate.decodeAll(wrong, object: "file") }
                        == .certificateMalformed)
            }
        }
    }

    @Test(
        "certificates with other keys, signatures, versions or false names are refused",
        arguments: [
            (["-newkey", "rsa:2048"], ErrorCode.keyNotAllowed),
            (["-newkey", "ed25519"], .keyNotAllowed),
            (["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:secp256k1"], .keyNotAllowed),
            (["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-sha512"], .keyNotAllowed),
            (
                [
                    "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-addext",
                    "subjectAltName=URI:enlace:node:us-dhs",
                ], .certificateWrongName
            ),
            (
                [
                    "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-addext",
                    "subjectAltName=URI:enlace:nodes:US-DHS",
                ], .certificateWrongName
            ),
        ])
    func foreign(arguments: [String], code: ErrorCode) throws {
        try withTemporaryFolder { folder in
            let file = FileSystem.join(folder, "certificate")
            let made = try Command.run(
                [
                    "openssl", "req", "-x509", "-nodes", "-subj", "/CN=x", "-keyout", "/dev/null",
                    "-out", file,
                ] + arguments)
            try #require(made.exitCode == 0, "\(made.output)")
            #expect(codeThrown { _ = try Certificate.load(file: file) } == code)
        }
    }

    @Test("a certificate with two names is accepted nowhere")
    func twoNames() throws {
        try withTemporaryFolder { folder in
            let file = FileSystem.join(folder, "certificate")
            let names = "URI:enlace:node:US-DHS,URI:enlace:node:US-DOJ"
            let made = try Command.openssl(
                "req", "-x509", "-nodes", "-subj", "/CN=x", "-keyout", "/dev/null", "-newkey", "ec",
                "-pkeyopt", "ec_paramgen_curve:P-256", "-addext", "subjectAltName=\(names)",
                "-addext", "keyUsage=keyAgreement", "-addext", "basicConstraints=critical,CA:FALSE",
                "-out", file)
            try #require(made.exitCode == 0, "\(made.output)")
            let certificate = try Certificate.load(file: file)
            #expect(certificate.name == nil)
            #expect(
                codeThrown { try CertificateProfile.nodeEncryption.check(certificate) }
                    == .certificateWrongName)
        }
    }

    @Test("a key of another certificate is a mismatch")
    func keyMismatch() throws {
        try withTestPKI { pki in
            let key = try PrivateKey.generate()
            let certificate = try pki.authority.issue(
                TestPKI.request(.nodeTLS, key: key), as: .nodeTLS, now: TestPKI.now)
            try certificate.check(key)
            #expect(codeThrown { try certificate.check(PrivateKey.generate()) } == .keyMismatch)
        }
    }

    @Test("the same certificate in another encoding is refused")
    func notDER() throws {
        try withTestPKI { pki in
            let bytes = try pki.issue(.nodeTLS).derBytes
            try #require(Array(bytes.prefix(2)) == [0x30, 0x82])
            // A length with a leading zero is BER, not DER.
            let other = [0x30, 0x83, 0x00] + bytes.dropFirst(2)
            #expect(codeThrown { _ = try Certificate(derBytes: other) } == .certificateMalformed)
        }
    }
}
