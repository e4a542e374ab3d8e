package import EnlaceCrypto
import EnlaceFiles
package import EnlaceModel
import Glibc

/// A person of the tests: identifier, signing key and a certificate, all made at run time.
///
/// The certificate is self-signed by the `openssl` command: the stages are told whom to trust by
/// the trust book and never look at chains.
package struct TestPerson: Sendable {
    package let officer: OfficerID
    package let key: PrivateKey
    package let certificate: Certificate

    package init(_ name: String, of node: NodeID) throws {
        officer = Fixture.officer(name, of: node)
        key = try PrivateKey.generate(.p256)
        let folder = try TemporaryFolder()
        try key.save(file: folder.path("key.pem"))
        try Self.openssl([
            "req", "-x509", "-new", "-key", folder.path("key.pem"), "-subj", "/CN=\(name)",
            "-days", "3650", "-outform", "DER", "-out", folder.path("certificate.der"),
            "-addext", "subjectAltName=URI:enlace:officer:\(officer.text)",
            "-addext", "keyUsage=critical,nonRepudiation",
        ])
        certificate = try Certificate(
            derBytes: FileSystem.read(
                folder.path("certificate.der"), bytesMax: Certificate.bytesMax))
    }

    /// The same key and certificate under another name.
    package init(_ person: TestPerson, named officer: OfficerID) {
        self.officer = officer
        key = person.key
        certificate = person.certificate
    }

    private static func openssl(_ arguments: [String]) throws {
        var words: [UnsafeMutablePointer<CChar>?] = (["openssl"] + arguments).map { strdup($0) }
        words.append(nil)
        defer { words.forEach { free($0) } }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        var process: pid_t = 0
        guard posix_spawnp(&process, "openssl", &actions, nil, words, environ) == 0 else {
            throw ModelError(.internalError, object: "openssl")
        }
        var status: Int32 = 0
        while waitpid(process, &status, 0) == -1, errno == EINTR {}
        guard status == 0 else { throw ModelError(.internalError, object: "openssl \(status)") }
    }
}
