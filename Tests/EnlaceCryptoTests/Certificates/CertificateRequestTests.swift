import EnlaceFiles
import EnlaceModel
import Testing

@testable import EnlaceCrypto

@Suite struct CertificateRequestTests {
    @Test("a request says what it asks for", arguments: CertificateProfile.allCases)
    func roundTrip(profile: CertificateProfile) throws {
        let key = try PrivateKey.generate(.p384)
        let request = try TestPKI.request(profile, key: key)
        let again = try CertificateRequest.decode(Array(request.pem.utf8), object: "request")
        #expect(again.derBytes == request.derBytes)
        #expect(again.publicKey == key.publicKey)
        #expect(again.names.names.first == (try TestPKI.name(for: profile)))
        // Both kinds of authority ask for the same usages; the issuer decides.
        #expect(again.profile == (profile == .countryAuthority ? .agencyAuthority : profile))
    }

    @Test("host names and addresses are asked for and issued")
    func hosts() throws {
        try withTestPKI { pki in
            let addresses = try ["192.0.2.1", "2001:db8::1"].map { try #require(IPAddress($0)) }
            let request = try CertificateRequest.make(
                profile: .nodeTLS, name: .node(NodeID("MX-FGR")),
                dnsNames: ["nodo.example.mx"], addresses: addresses, key: PrivateKey.generate())
            let issued = try pki.authority.issue(request, as: .nodeTLS, now: TestPKI.now)
            #expect(issued.alternativeNames == request.names)
            #expect(issued.alternativeNames.dnsNames == ["nodo.example.mx"])
            #expect(issued.alternativeNames.addresses.map(\.text) == ["192.0.2.1", "2001:db8::1"])
        }
    }

    @Test(
        "host names that would smuggle in other names are refused",
        arguments: ["a,URI:enlace:node:US-DHS", "a b", "", "a\u{0}b", "ñ.mx"])
    func smuggled(host: String) throws {
        let key = try PrivateKey.generate()
        #expect(
            codeThrown {
                _ = try CertificateRequest.make(
                    profile: .nodeTLS, name: .node(NodeID("MX-FGR")), dnsNames: [host], key: key)
            } == .certificateWrongName)
    }

    @Test("a name of another kind of holder is refused")
    func wrongHolder() throws {
        let key = try PrivateKey.generate()
        #expect(
            codeThrown {
                _ = try CertificateRequest.make(
                    profile: .officerClient, name: .node(NodeID("MX-FGR")), key: key)
            } == .certificateWrongName)
    }

    @Test("every changed byte breaks the proof of possession")
    func changed() throws {
        let request = try TestPKI.request(.nodeTLS)
        for index in request.derBytes.indices {
            var bytes = request.derBytes
            bytes[index] ^= 1
            #expect(
                codeThrown { _ = try CertificateRequest(derBytes: bytes) } != nil, "byte \(index)")
        }
    }

    @Test("subjects with empty, long or malformed parts are refused")
    func subjects() throws {
        let key = try PrivateKey.generate()
        let long = String(repeating: "ñ", count: 65)
        for (name, country) in [("", "MX"), (long, "MX"), ("A", "MEX")] {
            #expect(
                codeThrown {
                    _ = try CertificateRequest.make(
                        profile: .agencyAuthority, names: AlternativeNames(),
                        subject: CertificateSubject(commonName: name, country: country), key: key)
                } == .valueOutOfRange)
        }
    }

    @Test("a request that the openssl command made from our profiles is read and issued")
    func interoperates() throws {
        try withTestPKI { pki in
            let file = FileSystem.join(pki.folder, "request")
            let made = try Command.openssl(
                "req", "-new", "-nodes", "-subj", "/CN=x", "-keyout", "/dev/null", "-newkey", "ec",
                "-pkeyopt", "ec_paramgen_curve:P-256", "-addext", "keyUsage=digitalSignature",
                "-addext", "extendedKeyUsage=clientAuth",
                "-addext", "subjectAltName=URI:enlace:officer:\(TestPKI.officer)", "-out", file)
            try #require(made.exitCode == 0, "\(made.output)")
            let request = try CertificateRequest.load(file: file)
            #expect(request.profile == .officerClient)
            let issued = try pki.authority.issue(request, as: .officerClient, now: TestPKI.now)
            _ = try pki.verifier().verify(issued, as: .officerClient, at: TestPKI.now)
        }
    }
}
