import EnlaceFiles
import EnlaceModel
import Testing

@testable import EnlaceCrypto

@Suite struct CertificateAuthorityTests {
    private let now = TestPKI.now

    @Test("an authority comes back from its folder, with its passphrase only")
    func open() throws {
        try withTemporaryFolder { folder in
            let path = FileSystem.join(folder, "authority")
            let passphrase = Secret(copying: "clave".utf8)
            let made = try CertificateAuthority.create(
                folder: path, name: "Autoridad Ñ", country: "MX", algorithm: .p384,
                passphrase: passphrase, now: now)
            let opened = try CertificateAuthority.open(folder: path, passphrase: passphrase)
            #expect(opened.certificate == made.certificate)
            #expect(opened.certificate.subject == "CN=Autoridad Ñ,C=MX")
            #expect(opened.certificate.publicKey.algorithm == .p384)
            #expect(
                codeThrown { _ = try CertificateAuthority.open(folder: path) } == .passphraseMissing
            )
            try FileSystem.checkPrivate(opened.folder.keyFile)
            #expect(
                codeThrown {
                    _ = try CertificateAuthority.create(
                        folder: path, name: "B", country: "MX", passphrase: nil, now: now)
                } == .fileExists)
            _ = try CertificateAuthority.open(folder: path, passphrase: passphrase)
        }
    }

    @Test("a missing authority and a missing key have their codes")
    func missing() throws {
        try withTestPKI { pki in
            #expect(
                codeThrown { _ = try CertificateAuthority.open(folder: pki.folder) }
                    == .fileNotFound)
            try FileSystem.remove(pki.authority.folder.keyFile)
            #expect(
                codeThrown { _ = try CertificateAuthority.open(folder: pki.authority.folder.path) }
                    == .keyMissing)
        }
    }

    @Test("a request of one profile is not issued as another, nor for another name")
    func wrongOrder() throws {
        try withTestPKI { pki in
            let request = try TestPKI.request(.officerSigning)
            func code(_ profile: CertificateProfile, _ name: String? = nil) -> ErrorCode? {
                codeThrown {
                    _ = try pki.authority.issue(
                        request, as: profile,
                        name: name.map { try .officer(OfficerID($0)) }, now: now)
                }
            }
            #expect(code(.officerSigning, TestPKI.officer) == nil)
            #expect(code(.officerSigning, "US-DHS-HSI-NYC/b8") == .certificateWrongName)
            for profile in CertificateProfile.allCases where profile != .officerSigning {
                #expect(code(profile) == .certificateWrongUsage)
            }
        }
    }

    @Test("a request without extensions, as other programs make, cannot be issued without a name")
    func bareRequest() throws {
        try withTestPKI { pki in
            let file = FileSystem.join(pki.folder, "bare")
            let made = try Command.openssl(
                "req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                "-keyout", "/dev/null", "-subj", "/CN=x", "-out", file)
            try #require(made.exitCode == 0)
            let request = try CertificateRequest.load(file: file)
            #expect(request.profile == nil)
            #expect(
                codeThrown { _ = try pki.authority.issue(request, as: .nodeTLS, now: now) }
                    == .certificateWrongName)
        }
    }

    @Test("an agency's authority issues to nodes and officers, never to authorities")
    func agency() throws {
        try withTestPKI { pki in
            let agency = try pki.agency("Agencia", below: pki.authority)
            _ = try agency.issue(TestPKI.request(.nodeTLS), as: .nodeTLS, now: now)
            #expect(
                codeThrown {
                    _ = try agency.issue(
                        TestPKI.request(.agencyAuthority), as: .agencyAuthority, now: now)
                } == .certificateWrongUsage)
            let opened = try CertificateAuthority.open(folder: agency.folder.path)
            #expect(opened.above == [pki.authority.certificate])
        }
    }

    @Test("no certificate outlives its authority")
    func withinIssuer() throws {
        try withTestPKI { pki in
            let certificate = try pki.issue(.nodeTLS, lasting: .seconds(86_400 * 100_000))
            #expect(certificate.notAfter == pki.authority.certificate.notAfter)
        }
    }

    @Test("serial numbers are random and what was issued is listed")
    func issued() throws {
        try withTestPKI { pki in
            let made = try (0..<5).map { _ in try pki.issue(.nodeTLS) }
            #expect(Set(made.map(\.serial)).count == 5)
            #expect(made.allSatisfy { $0.serial.bytes.count == CertificateSerial.randomBytes })
            #expect(try Set(pki.authority.issued()) == Set(made))
        }
    }

    @Test("revocations are kept, once each, and numbers of revocation lists only grow")
    func revoke() throws {
        try withTestPKI { pki in
            let serial = try pki.issue(.nodeTLS).serial
            try pki.authority.revoke(serial, reason: .keyCompromise, now: now)
            try pki.authority.revoke(
                serial, reason: .superseded, now: now.advanced(by: .seconds(9)))
            let reopened = try CertificateAuthority.open(folder: pki.authority.folder.path)
            let expected = Revocation(serial: serial, moment: now, reason: .keyCompromise)
            #expect(try reopened.revocations() == [expected])
            let list = try reopened.makeRevocationList(now: now)
            #expect(
                list.revoked == [serial: Timestamp(milliseconds: now.milliseconds / 1000 * 1000)])
            let shown = try Command.openssl(
                "crl", "-in", pki.authority.folder.revocationListFile, "-noout", "-text")
            #expect(shown.output.contains("X509v3 CRL Number: \n                2"))
            #expect(shown.output.contains("Key Compromise"))
            #expect(
                codeThrown {
                    try reopened.revoke(CertificateSerial("0102"), reason: .superseded, now: now)
                } == .notFound)
        }
    }

    @Test("damaged state is refused, not skipped")
    func damaged() throws {
        try withTestPKI { pki in
            let path = pki.authority.folder.path
            try FileSystem.writeDurably(
                "12 yesterday because\n".utf8, to: path + "/revoked", mode: .publicFile)
            #expect(codeThrown { _ = try pki.authority.revocations() } == .fileUnreadable)
            #expect(
                codeThrown { try pki.authority.makeRevocationList(now: now) } == .fileUnreadable)
        }
    }

    @Test("the openssl command accepts what we issue, its request and its revocation list")
    func interoperates() throws {
        try withTestPKI { pki in
            let authority = pki.authority.folder
            let agency = try pki.agency("Agencia", below: pki.authority)
            let certificate = FileSystem.join(pki.folder, "leaf.pem")
            let request = try TestPKI.request(.nodeTLS)
            let issued = try agency.issue(request, as: .nodeTLS, now: now)
            try FileSystem.writeDurably(issued.pem.utf8, to: certificate, mode: .publicFile)
            let requestFile = FileSystem.join(pki.folder, "request")
            try FileSystem.writeDurably(request.pem.utf8, to: requestFile, mode: .publicFile)
            let verified = try Command.openssl(
                "verify", "-x509_strict", "-attime", "\(now.wholeSeconds)", "-crl_check_all",
                "-CRLfile", authority.revocationListFile,
                "-CRLfile", agency.folder.revocationListFile,
                "-CAfile", authority.certificateFile, "-untrusted", agency.folder.certificateFile,
                "-purpose", "sslserver", certificate)
            #expect(verified.exitCode == 0, "\(verified.output)")
            let crl = try Command.openssl(
                "crl", "-in", authority.revocationListFile, "-CAfile", authority.certificateFile,
                "-noout")
            #expect(crl.exitCode == 0 && crl.output.contains("verify OK"), "\(crl.output)")
            let proof = try Command.openssl("req", "-in", requestFile, "-verify", "-noout")
            #expect(proof.exitCode == 0 && proof.output.contains("verify OK"), "\(proof.output)")
            let text = try Command.openssl("x509", "-in", certificate, "-noout", "-text")
            #expect(text.output.contains("URI:enlace:node:\(TestPKI.node)"))
            #expect(text.output.contains("TLS Web Server Authentication"))
            #expect(
                text.output.filter { $0 != ":" }.contains(issued.serial.text))
        }
    }
}
