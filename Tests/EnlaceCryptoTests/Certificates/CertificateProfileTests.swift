import EnlaceFiles
import EnlaceModel
import Testing

@testable import EnlaceCrypto

@Suite struct CertificateProfileTests {
    private static let node = "subjectAltName=URI:enlace:node:US-DHS"
    private static let officer = "subjectAltName=URI:enlace:officer:US-DHS/a1"
    private static let leaf = "basicConstraints=critical,CA:FALSE"
    private static let signs = "keyUsage=critical,digitalSignature"

    @Test(
        "a certificate that lacks or adds one thing is refused, one that does not is accepted",
        arguments: [
            // profile, extensions, expected
            (.nodeTLS, [leaf, node, signs, "extendedKeyUsage=serverAuth,clientAuth"], nil),
            (.nodeTLS, [leaf, node, signs, "extendedKeyUsage=serverAuth"], .certificateWrongUsage),
            (.nodeTLS, [leaf, node, signs, "extendedKeyUsage=clientAuth"], .certificateWrongUsage),
            (.nodeTLS, [leaf, node, signs], .certificateWrongUsage),
            (
                .nodeTLS,
                [leaf, node, signs, "extendedKeyUsage=serverAuth,clientAuth,codeSigning"],
                .certificateWrongUsage
            ),
            (
                .nodeTLS, [leaf, node, "extendedKeyUsage=serverAuth,clientAuth"],
                .certificateWrongUsage
            ),
            (
                .nodeTLS, [leaf, signs, "extendedKeyUsage=serverAuth,clientAuth"],
                .certificateWrongUsage
            ),
            (
                .nodeTLS,
                [
                    "basicConstraints=critical,CA:TRUE", node, signs,
                    "extendedKeyUsage=serverAuth,clientAuth",
                ], .certificateWrongUsage
            ),
            (.officerClient, [leaf, officer, signs, "extendedKeyUsage=clientAuth"], nil),
            (
                .officerClient, [leaf, officer, signs, "extendedKeyUsage=clientAuth,serverAuth"],
                .certificateWrongUsage
            ),
            (
                .officerClient, [leaf, node, signs, "extendedKeyUsage=clientAuth"],
                .certificateWrongUsage
            ),
            (.officerSigning, [leaf, officer, "keyUsage=critical,nonRepudiation"], nil),
            (
                .officerSigning, [leaf, officer, "keyUsage=digitalSignature,nonRepudiation"],
                nil
            ),
            (.officerSigning, [leaf, officer, signs], .certificateWrongUsage),
            (
                .officerSigning,
                [
                    leaf, officer, "keyUsage=critical,nonRepudiation",
                    "extendedKeyUsage=emailProtection",
                ], .certificateWrongUsage
            ),
            (.nodeEncryption, [leaf, node, "keyUsage=critical,keyAgreement"], nil),
            (
                .nodeEncryption, [leaf, node, "keyUsage=keyAgreement,digitalSignature"],
                .certificateWrongUsage
            ),
            (
                .nodeEncryption,
                [leaf, node, "keyUsage=keyAgreement", "subjectKeyIdentifier=0102"],
                .certificateWrongUsage
            ),
            (.nodeStatement, [leaf, node, "keyUsage=nonRepudiation"], nil),
            (.nodeStatement, [leaf, officer, "keyUsage=nonRepudiation"], .certificateWrongUsage),
        ] as [(CertificateProfile, [String], ErrorCode?)])
    func table(profile: CertificateProfile, extensions: [String], code: ErrorCode?) throws {
        let certificate = try Self.certificate(extensions)
        #expect(codeThrown { try profile.check(certificate) } == code)
    }

    @Test("an authority needs the right to sign certificates and lists")
    func authority() throws {
        let authority = "basicConstraints=critical,CA:TRUE"
        let full = try Self.certificate([authority, "keyUsage=keyCertSign,cRLSign"])
        #expect(codeThrown { try CertificateProfile.countryAuthority.check(full) } == nil)
        let half = try Self.certificate([authority, "keyUsage=keyCertSign"])
        #expect(
            codeThrown { try CertificateProfile.countryAuthority.check(half) }
                == .certificateWrongUsage)
    }

    /// A self-signed certificate with exactly these extensions.
    private static func certificate(_ extensions: [String]) throws -> Certificate {
        let folder = try FileSystem.makeTemporaryFolder(prefix: "enlace-crypto")
        defer { try? FileSystem.removeTree(folder) }
        let configuration = FileSystem.join(folder, "cnf")
        let text = "[req]\ndistinguished_name = dn\nprompt = no\n[dn]\nCN = x\n[x]\n"
        let lines =
            extensions + [
                extensions.contains { $0.hasPrefix("subjectKey") }
                    ? "" : "subjectKeyIdentifier=hash"
            ]
        try FileSystem.writeDurably(
            (text + lines.joined(separator: "\n") + "\n").utf8, to: configuration,
            mode: .publicFile)
        let file = FileSystem.join(folder, "certificate")
        let made = try Command.openssl(
            "req", "-config", configuration, "-x509", "-nodes", "-newkey", "ec", "-pkeyopt",
            "ec_paramgen_curve:P-256", "-keyout", "/dev/null", "-extensions", "x", "-out", file)
        try #require(made.exitCode == 0, "\(made.output)")
        return try Certificate.load(file: file)
    }
}
