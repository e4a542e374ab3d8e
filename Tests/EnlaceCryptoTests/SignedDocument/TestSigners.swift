import EnlaceModel
import Testing

@testable import EnlaceCrypto

/// A person of the tests with key and certificate, both made at run time.
struct TestSigner: Sendable {
    let name: String
    let key: PrivateKey
    let certificate: Certificate
}

/// People under one authority, made once by the `openssl` command; the folder stays as long as the
/// tests run, so that the command can verify with it.
struct TestSigners: Sendable {
    let author: TestSigner
    let releaser: TestSigner
    let withP384: TestSigner
    /// The author again, with another key.
    let authorAgain: TestSigner
    /// Another name over the author's key.
    let withAuthorKey: TestSigner
    let folder: OpenSSLCommand

    static let shared: TestSigners = {
        do {
            return try TestSigners()
        } catch {
            preconditionFailure("no test signers: \(error)")
        }
    }()

    private init() throws {
        folder = try OpenSSLCommand()
        try folder.run("genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out ca.key")
        try folder.run(
            "req -x509 -new -key ca.key -subj /C=MX/CN=Autoridad -days 2 -out ca.pem"
                + " -addext keyUsage=critical,keyCertSign,cRLSign")
        author = try Self.make("author", curve: "P-256", in: folder)
        releaser = try Self.make("releaser", curve: "P-256", in: folder)
        withP384 = try Self.make("with384", curve: "P-384", in: folder)
        authorAgain = try Self.make("again", curve: "P-256", identifier: "author", in: folder)
        withAuthorKey = try Self.make("same-key", keyFile: "author.key", in: folder)
    }

    private static func make(
        _ name: String, curve: String = "P-256", identifier: String? = nil,
        keyFile: String? = nil, in folder: OpenSSLCommand
    ) throws -> TestSigner {
        let extensions = """
            basicConstraints=critical,CA:FALSE
            keyUsage=critical,nonRepudiation,digitalSignature
            subjectKeyIdentifier=hash
            authorityKeyIdentifier=keyid
            subjectAltName=URI:enlace:officer:MX-FGR/\(identifier ?? name)

            """
        try folder.write(extensions.utf8, to: "\(name).ext")
        let keyName = keyFile ?? "\(name).key"
        if keyFile == nil {
            try folder.run(
                "genpkey -algorithm EC -pkeyopt ec_paramgen_curve:\(curve) -out \(keyName)")
        }
        try folder.run("req -new -key \(keyName) -subj /O=FGR/CN=\(name) -out \(name).csr")
        try folder.run(
            "x509 -req -in \(name).csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2"
                + " -extfile \(name).ext -out \(name).pem")
        try folder.run("x509 -in \(name).pem -outform DER -out \(name).der")
        let pem = String(decoding: try folder.read(keyName), as: UTF8.self)
        return TestSigner(
            name: name, key: try TestKeys.privateKey(pem: pem),
            certificate: try Certificate(derBytes: folder.read("\(name).der")))
    }

    /// Finds the certificates of all people here.
    func lookup(_ identifier: SignerIdentifier) -> Certificate? {
        let people = [author, releaser, withP384, authorAgain, withAuthorKey]
        return people.map(\.certificate).first { SignerIdentifier($0) == identifier }
    }
}

/// A moment with milliseconds, which a signature does not keep.
let signingMoment = Timestamp(milliseconds: 1_795_465_867_042)
