import EnlaceCrypto
import EnlaceFiles
import EnlaceModel
import Testing

/// What the openssl command alone makes with `Certs/` is accepted like our own.
@Suite struct ThrowawayPKITests {
    private static let script =
        FileSystem.parent(of: #filePath) + "/../../../Certs/make-throwaway-pki.sh"
    private static let nodes = ["us": "US-DOJ-CRT", "mx": "MX-FGR-DGPI"]
    private static let officers = ["officer-1", "auditor-1", "admin-1", "admin-2"]

    private struct Made {
        let file: String
        let profile: CertificateProfile
        let name: CertificateName
    }

    @Test("every certificate is accepted in its place and refused in every other")
    func places() throws {
        try withTemporaryFolder { folder in
            let pki = try make(folder)
            let now = try moment(pki)
            for (country, node) in Self.nodes {
                let verifier = try verifier(FileSystem.join(pki, country))
                let made = try certificates(FileSystem.join(pki, country), node: node)
                #expect(made.count == 11)
                for one in made {
                    let certificate = try Certificate.load(file: one.file + ".pem")
                    for place in CertificateProfile.allCases {
                        let code = codeThrown {
                            _ = try verifier.verify(
                                certificate, as: place, name: one.name, at: now)
                        }
                        let expected = place == one.profile ? nil : ErrorCode.certificateWrongUsage
                        #expect(code == expected, "\(one.file) as \(place)")
                    }
                }
            }
        }
    }

    @Test("the other country's authority is no authority, and keys belong to their certificates")
    func countriesApart() throws {
        try withTemporaryFolder { folder in
            let pki = try make(folder)
            let us = FileSystem.join(pki, "us")
            let mx = FileSystem.join(pki, "mx")
            let credential = try Credential.load(
                certificateFile: us + "/node/tls.pem", keyFile: us + "/node/tls.key")
            let now = try moment(pki)
            #expect(
                codeThrown {
                    _ = try verifier(mx).verify(credential.certificate, as: .nodeTLS, at: now)
                } == .certificateUntrusted)
            #expect(
                codeThrown {
                    _ = try Credential.load(
                        certificateFile: us + "/node/tls.pem", keyFile: mx + "/node/tls.key")
                } == .keyMismatch)
        }
    }

    @Test("all keys have mode 0600, officers' keys the passphrase that was given")
    func keys() throws {
        try withTemporaryFolder { folder in
            let pki = try make(folder, environment: ["ENLACE_PASSPHRASE=abc"])
            for (country, node) in Self.nodes {
                let base = FileSystem.join(pki, country)
                try FileSystem.checkPrivate(base + "/authority/authority.key")
                for one in try certificates(base, node: node) {
                    let key = try KeyFile(one.file + ".key")
                    #expect(key.isPassphraseProtected == (one.profile.holder == .officer))
                    _ = try Credential.load(
                        certificateFile: one.file + ".pem", keyFile: one.file + ".key",
                        passphrase: Secret(copying: "abc".utf8))
                }
            }
        }
    }

    @Test("the script refuses a folder that exists and a wrong number of arguments")
    func refusals() throws {
        try withTemporaryFolder { folder in
            let existing = try Command.run([Self.script, folder])
            #expect(existing.exitCode == 73)
            let twoArguments = try Command.run([Self.script, folder, "US-DOJ"])
            #expect(twoArguments.exitCode == 64)
        }
    }

    @Test("a certificate revoked with the openssl command is revoked here")
    func revoked() throws {
        try withTemporaryFolder { folder in
            let base = try FileSystem.join(make(folder), "us")
            let command = [
                "env", "ENLACE_CA=\(base)/authority", "ENLACE_NAME=-", "ENLACE_HOSTS=-", "openssl",
                "ca", "-config", FileSystem.parent(of: Self.script) + "/enlace.cnf",
            ]
            let file = base + "/officers/officer-1/signing.pem"
            #expect(try Command.run(command + ["-revoke", file]).exitCode == 0)
            let list = base + "/authority/authority.crl"
            #expect(try Command.run(command + ["-gencrl", "-out", list]).exitCode == 0)
            let certificate = try Certificate.load(file: file)
            #expect(
                codeThrown {
                    _ = try verifier(base).verify(
                        certificate, as: .officerSigning, at: certificate.notBefore)
                } == .certificateRevoked)
        }
    }

    private func make(_ folder: String, environment: [String] = []) throws -> String {
        let pki = FileSystem.join(folder, "pki")
        let nodes = [Self.nodes["us"], Self.nodes["mx"]].compactMap { $0 }
        let made = try Command.run(["env"] + environment + [Self.script, pki] + nodes)
        #expect(made.exitCode == 0, "\(made.output)")
        return pki
    }

    private func moment(_ pki: String) throws -> Timestamp {
        try Certificate.load(file: pki + "/mx/officers/admin-2/signing.pem").notBefore
    }

    private func verifier(_ base: String) throws -> ChainVerifier {
        try ChainVerifier(
            anchors: [Certificate.load(file: base + "/authority/authority.pem")],
            revocationLists: [RevocationList.load(file: base + "/authority/authority.crl")])
    }

    private func certificates(_ base: String, node: String) throws -> [Made] {
        let node = try NodeID(node)
        let ofNode: [(String, CertificateProfile)] = [
            ("tls", .nodeTLS), ("encryption", .nodeEncryption), ("statement", .nodeStatement),
        ]
        let ofOfficer: [(String, CertificateProfile)] = [
            ("client", .officerClient), ("signing", .officerSigning),
        ]
        var made = ofNode.map {
            Made(file: "\(base)/node/\($0.0)", profile: $0.1, name: .node(node))
        }
        for officer in Self.officers {
            let name = CertificateName.officer(try OfficerID(node: node, opaque: officer))
            made += ofOfficer.map {
                Made(file: "\(base)/officers/\(officer)/\($0.0)", profile: $0.1, name: name)
            }
        }
        return made
    }
}
