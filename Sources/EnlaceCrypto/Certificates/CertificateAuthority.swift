package import EnlaceFiles
package import EnlaceModel

/// An authority that issues and revokes certificates; its state is a folder (`AuthorityFolder`).
///
/// A country's authority signs itself. An agency's is made by `requestAgency` in its own folder,
/// its request issued by the country's, and the answer installed by `install`. Every change is on
/// the disk before its function returns; changes of several processes wait for each other.
package struct CertificateAuthority: Sendable {
    /// How long a revocation list is good for when nothing else is said.
    package static let listValidityDefault = Duration.seconds(30 * 86_400)

    package let folder: AuthorityFolder
    /// The authority's own certificate.
    package let certificate: Certificate
    /// The certificates above it, nearest first; none for a country's authority.
    package let above: [Certificate]
    private let key: PrivateKey

    /// Opens an existing authority.
    ///
    /// Throws `FILE_NOT_FOUND`, `KEY_MISSING`, the errors of `KeyFile`, `KEY_MISMATCH`, and
    /// `CERTIFICATE_WRONG_USAGE` when the certificate is not an authority's.
    package static func open(
        folder path: String, passphrase: Secret? = nil
    ) throws(CryptoError) -> CertificateAuthority {
        let folder = AuthorityFolder(path: path)
        let chain = try Certificate.loadAll(file: folder.certificateFile)
        let key = try PrivateKey.load(file: folder.keyFile, passphrase: passphrase)
        return try CertificateAuthority(folder: folder, chain: chain, key: key)
    }

    /// Makes a country's authority in a folder that is new or empty of one, with its first (empty)
    /// revocation list.
    ///
    /// Throws `FILE_EXISTS` when there is one, and leaves it untouched.
    package static func create(
        folder path: String, name: String, country: String, organization: String? = nil,
        algorithm: KeyAlgorithm = .p256, passphrase: Secret?, now: Timestamp,
        lasting: Duration = CertificateProfile.countryAuthority.validityDefault,
        random: some RandomSource = SystemRandom()
    ) throws(CryptoError) -> CertificateAuthority {
        let subject = CertificateSubject(
            commonName: name, organization: organization, country: country)
        let key = try PrivateKey.generate(algorithm)
        let request = try CertificateRequest.make(
            profile: .countryAuthority, names: AlternativeNames(), subject: subject, key: key)
        let certificate = try CertificateBuilder(
            profile: .countryAuthority, serial: CertificateSerial(random: random),
            subjectBytes: request.subjectBytes, publicKey: key.publicKey,
            names: AlternativeNames(), validity: Validity(from: now, lasting: lasting)
        ).sign(issuer: nil, key: key)
        let folder = AuthorityFolder(path: path)
        try folder.prepare(key: key, passphrase: passphrase)
        return try establish(folder, chain: [certificate], key: key, now: now)
    }

    /// Makes the key of an agency's authority in its folder and the request for its country's.
    package static func requestAgency(
        folder path: String, name: String, country: String, organization: String? = nil,
        algorithm: KeyAlgorithm = .p256, passphrase: Secret?
    ) throws(CryptoError) -> CertificateRequest {
        let subject = CertificateSubject(
            commonName: name, organization: organization, country: country)
        let key = try PrivateKey.generate(algorithm)
        let request = try CertificateRequest.make(
            profile: .agencyAuthority, names: AlternativeNames(), subject: subject, key: key)
        try AuthorityFolder(path: path).prepare(key: key, passphrase: passphrase)
        return request
    }

    /// Completes an agency's authority with the certificate issued to it and those above it, the
    /// nearest first.
    package static func install(
        folder path: String, chain: [Certificate], passphrase: Secret?, now: Timestamp
    ) throws(CryptoError) -> CertificateAuthority {
        let folder = AuthorityFolder(path: path)
        let key = try PrivateKey.load(file: folder.keyFile, passphrase: passphrase)
        return try establish(folder, chain: chain, key: key, now: now)
    }

    /// Issues a certificate for what the request proves, in the profile that the issuer decides.
    ///
    /// - Parameter name: what the certificate must name; `nil` accepts the name asked for, which the
    ///   issuer has then looked at.
    ///
    /// Throws `CERTIFICATE_WRONG_NAME` when the request does not ask for exactly that name or its
    /// holder does not fit the profile, `CERTIFICATE_WRONG_USAGE` when it asks for another profile
    /// or this authority may not issue it.
    package func issue(
        _ request: CertificateRequest, as profile: CertificateProfile,
        name: CertificateName? = nil, now: Timestamp, lasting: Duration? = nil,
        random: some RandomSource = SystemRandom()
    ) throws(CryptoError) -> Certificate {
        try check(request, as: profile, name: name)
        let wanted = Validity(from: now, lasting: lasting ?? profile.validityDefault)
        return try issueUnchecked(request, as: profile, validity: wanted, random: random)
    }

    /// As `issue`, without the checks.
    func issueUnchecked(
        _ request: CertificateRequest, as profile: CertificateProfile, validity: Validity,
        random: some RandomSource = SystemRandom()
    ) throws(CryptoError) -> Certificate {
        let issued = try CertificateBuilder(
            profile: profile, serial: CertificateSerial(random: random),
            subjectBytes: request.subjectBytes, publicKey: request.publicKey, names: request.names,
            validity: validity.within(certificate)
        ).sign(issuer: certificate, key: key)
        try inFolder { () throws(FileError) in
            try FileSystem.createDurably(
                issued.pem.utf8, at: folder.issuedFile(issued.serial), mode: .publicFile)
        }
        return issued
    }

    /// The certificates issued, in the order of their serial numbers.
    package func issued() throws(CryptoError) -> [Certificate] {
        let names = try inFolder { () throws(FileError) in
            try FileSystem.list(folder.issuedFolder)
        }
        var certificates: [Certificate] = []
        for name in names where name.hasSuffix(".pem") {
            certificates.append(
                try Certificate.load(file: FileSystem.join(folder.issuedFolder, name)))
        }
        return certificates
    }

    /// Revokes a certificate for ever; one already revoked keeps its first moment and reason.
    ///
    /// It takes effect with the next list (`makeRevocationList`). Throws `NOT_FOUND` for a number
    /// that this authority has not issued.
    package func revoke(
        _ serial: CertificateSerial, reason: RevocationReason, now: Timestamp
    ) throws(CryptoError) {
        guard FileSystem.exists(folder.issuedFile(serial)) else {
            throw CryptoError(.notFound, object: serial.text)
        }
        try inFolder { () throws(FileError) in
            let lock = try folder.lock()
            defer { withExtendedLifetime(lock) {} }
            var revocations = try folder.revocations()
            if revocations.contains(where: { $0.serial == serial }) { return }
            guard revocations.count < AuthorityFolder.revocationsMax else {
                throw FileError(
                    .fileTooLarge, object: folder.path,
                    context: ["limit": "\(AuthorityFolder.revocationsMax)"])
            }
            revocations.append(Revocation(serial: serial, moment: now, reason: reason))
            try folder.write(revocations)
        }
    }

    /// The certificates revoked, in the order of their revocation.
    package func revocations() throws(CryptoError) -> [Revocation] {
        try inFolder { () throws(FileError) in try folder.revocations() }
    }

    /// Makes the next revocation list and keeps it as `authority.crl`.
    @discardableResult
    package func makeRevocationList(
        now: Timestamp, lasting: Duration = listValidityDefault
    ) throws(CryptoError) -> RevocationList {
        let lock = try inFolder { () throws(FileError) in try folder.lock() }
        defer { withExtendedLifetime(lock) {} }
        let number = try inFolder { () throws(FileError) in try folder.takeListNumber() }
        let list = try RevocationListBuilder(
            number: number, thisUpdate: now, nextUpdate: now.advanced(by: lasting),
            revocations: revocations()
        ).sign(issuer: certificate, key: key)
        try inFolder { () throws(FileError) in
            try FileSystem.writeDurably(
                list.pem.utf8, to: folder.revocationListFile, mode: .publicFile)
        }
        return list
    }

    /// The newest revocation list; `REVOCATION_LIST_MISSING` when none was made.
    package func revocationList() throws(CryptoError) -> RevocationList {
        try RevocationList.load(file: folder.revocationListFile)
    }

    private init(
        folder: AuthorityFolder, chain: [Certificate], key: PrivateKey
    ) throws(CryptoError) {
        let certificate = chain[0]
        guard let profile = CertificateProfile.of(certificate), profile.holder == .authority else {
            throw CryptoError(
                .certificateWrongUsage, object: certificate.subject,
                context: ["expected": CertificateProfile.agencyAuthority.rawValue])
        }
        try profile.check(certificate)
        try certificate.check(key)
        self.folder = folder
        self.certificate = certificate
        self.above = Array(chain.dropFirst())
        self.key = key
    }

    private static func establish(
        _ folder: AuthorityFolder, chain: [Certificate], key: PrivateKey, now: Timestamp
    ) throws(CryptoError) -> CertificateAuthority {
        guard !chain.isEmpty else {
            throw CryptoError(.certificateMalformed, object: folder.path)
        }
        let authority = try CertificateAuthority(folder: folder, chain: chain, key: key)
        try inFolder { () throws(FileError) in
            try FileSystem.createDurably(
                chain.map(\.pem).joined().utf8, at: folder.certificateFile, mode: .publicFile)
        }
        try authority.makeRevocationList(now: now)
        return authority
    }

    private func check(
        _ request: CertificateRequest, as profile: CertificateProfile, name: CertificateName?
    ) throws(CryptoError) {
        let isTooDeep = profile.holder == .authority && certificate.pathLengthMax == 0
        guard profile != .countryAuthority, !isTooDeep,
            request.profile == nil || request.profile == profile
        else {
            throw CryptoError(
                .certificateWrongUsage, object: request.subject,
                context: ["expected": request.profile?.rawValue ?? "–"])
        }
        guard profile.names(request.names.names), request.names.names.count <= 1,
            name == nil || name == request.names.names.first
        else {
            throw CryptoError(
                .certificateWrongName, object: request.names.names.first?.uri ?? request.subject,
                context: ["expected": name?.uri ?? profile.rawValue])
        }
    }
}

extension AuthorityFolder {
    /// Makes the folder and puts the key there, which refuses to replace another.
    fileprivate func prepare(key: PrivateKey, passphrase: Secret?) throws(CryptoError) {
        try inFolder { () throws(FileError) in
            try FileSystem.makeFolder(issuedFolder, mode: .privateFolder)
        }
        try key.save(file: keyFile, passphrase: passphrase)
    }
}

private func inFolder<Result>(
    _ body: () throws(FileError) -> Result
) throws(CryptoError) -> Result {
    do {
        return try body()
    } catch {
        throw CryptoError(error)
    }
}
