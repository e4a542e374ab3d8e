import EnlaceCrypto
import EnlaceFiles
import EnlaceModel

extension DemoNode {
    /// Makes the country's authority, the certificates of the node and of its people, and a profile
    /// for each person. The authority and the people's keys are protected by the passphrase; the
    /// node's are not, because nobody can be asked when it starts.
    func makeCertificates(passphrase: Secret, now: Timestamp) throws {
        for name in ["", "keys", "people"] {
            try FileSystem.makeFolder(path(name), mode: .privateFolder)
        }
        let issuer = try CertificateAuthority.create(
            folder: authority, name: authorityName, country: country, passphrase: passphrase,
            now: now)
        let uses: [(String, CertificateProfile)] = [
            ("tls", .nodeTLS), ("encryption", .nodeEncryption), ("statement", .nodeStatement),
        ]
        for (use, profile) in uses {
            try make(
                profile, name: .node(node), certificate: nodeFile(use, "crt"),
                key: nodeFile(use, "key"), passphrase: nil, issuer: issuer, now: now)
        }
        for person in try people() {
            try makePerson(person, issuer: issuer, passphrase: passphrase, now: now)
        }
    }

    private func makePerson(
        _ person: Person, issuer: CertificateAuthority, passphrase: Secret, now: Timestamp
    ) throws {
        let uses: [(String, CertificateProfile)] = [
            ("client", .officerClient), ("signing", .officerSigning),
        ]
        for (use, profile) in uses {
            try make(
                profile, name: .officer(person.officer),
                certificate: certificate(person.stem, use), key: key(person.stem, use),
                passphrase: passphrase, issuer: issuer, now: now)
        }
        let profile = Profile(
            officer: person.officer, address: "127.0.0.1:\(clientPort)",
            authorities: ["../authority/authority.pem"],
            clientCertificate: "\(person.stem)-client.crt", clientKey: "\(person.stem)-client.key",
            signingCertificate: "\(person.stem)-signing.crt",
            signingKey: "\(person.stem)-signing.key", language: language, zone: zone)
        try FileSystem.createDurably(
            profile.json.indented.utf8, at: self.profile(person.stem), mode: .privateFile)
    }

    private func make(
        _ profile: CertificateProfile, name: CertificateName, certificate: String, key: String,
        passphrase: Secret?, issuer: CertificateAuthority, now: Timestamp
    ) throws {
        let privateKey = try PrivateKey.generate(.p256)
        let request = try CertificateRequest.make(profile: profile, name: name, key: privateKey)
        let issued = try issuer.issue(request, as: profile, name: name, now: now)
        try privateKey.save(file: key, passphrase: passphrase)
        try FileSystem.createDurably(issued.pem.utf8, at: certificate, mode: .publicFile)
    }
}
