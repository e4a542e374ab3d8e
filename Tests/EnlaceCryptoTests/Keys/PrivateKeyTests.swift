import EnlaceCrypto
import EnlaceFiles
import EnlaceModel
import Testing

@Suite struct PrivateKeyTests {
    private let passphrase = Secret(copying: "contraseña larga".utf8)

    @Test("a key of each kind comes back from its file", arguments: KeyAlgorithm.allCases)
    func roundTrip(algorithm: KeyAlgorithm) throws {
        try withTemporaryFolder { folder in
            let key = try PrivateKey.generate(algorithm)
            #expect(key.algorithm == algorithm)
            for (name, passphrase) in [("plain", nil), ("sealed", passphrase)] {
                let path = FileSystem.join(folder, name)
                try key.save(file: path, passphrase: passphrase)
                try FileSystem.checkPrivate(path)
                let file = try KeyFile(path)
                #expect(file.isPassphraseProtected == (passphrase != nil))
                let loaded = try file.open(passphrase: passphrase)
                #expect(loaded.publicKey == key.publicKey)
                #expect(loaded.algorithm == algorithm)
            }
        }
    }

    @Test("two keys are different")
    func distinct() throws {
        #expect(try PrivateKey.generate().publicKey != PrivateKey.generate().publicKey)
    }

    @Test("a missing key, a wrong and a missing passphrase have their codes")
    func refusals() throws {
        try withTemporaryFolder { folder in
            let path = FileSystem.join(folder, "key")
            #expect(codeThrown { _ = try PrivateKey.load(file: path) } == .keyMissing)
            try PrivateKey.generate().save(file: path, passphrase: passphrase)
            #expect(codeThrown { _ = try PrivateKey.load(file: path) } == .passphraseMissing)
            for wrong in ["", "x", "contraseña largA"] {
                let secret = Secret(copying: wrong.utf8)
                let code = codeThrown { _ = try PrivateKey.load(file: path, passphrase: secret) }
                #expect(code == (wrong.isEmpty ? .passphraseMissing : .passphraseWrong))
            }
        }
    }

    @Test("a wrong passphrase is always told as such, whatever the padding happens to be")
    func wrongPassphrase() throws {
        let pem = try PrivateKey.generate().pem(passphrase: passphrase)
        let file = try KeyFile(pem: pem, object: "key")
        for number in 0..<40 {
            let wrong = Secret(copying: "wrong \(number)".utf8)
            #expect(codeThrown { _ = try file.open(passphrase: wrong) } == .passphraseWrong)
        }
    }

    @Test("a key that others may read is refused")
    func worldReadable() throws {
        try withTemporaryFolder { folder in
            let path = FileSystem.join(folder, "key")
            let pem = try PrivateKey.generate().pem()
            try FileSystem.writeDurably(pem, to: path, mode: .publicFile)
            #expect(codeThrown { _ = try PrivateKey.load(file: path) } == .fileWorldReadable)
        }
    }

    @Test("an existing key is never overwritten, and an empty passphrase is none")
    func save() throws {
        try withTemporaryFolder { folder in
            let path = FileSystem.join(folder, "key")
            let first = try PrivateKey.generate()
            try first.save(file: path)
            let second = try PrivateKey.generate()
            #expect(codeThrown { try second.save(file: path) } == .fileExists)
            #expect(try PrivateKey.load(file: path).publicKey == first.publicKey)
            #expect(
                codeThrown { _ = try second.pem(passphrase: Secret(copying: [])) }
                    == .passphraseMissing)
        }
    }

    @Test(
        "other kinds of key and other text are refused",
        arguments: [
            (["genpkey", "-algorithm", "RSA"], ErrorCode.keyNotAllowed),
            (
                ["genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:secp256k1"],
                .keyNotAllowed
            ),
            (["genpkey", "-algorithm", "X25519"], .keyNotAllowed),
            (["ecparam", "-genkey", "-noout", "-name", "prime256v1"], .keyMalformed),
            (["version"], .keyMalformed),
        ])
    func otherKinds(arguments: [String], code: ErrorCode) throws {
        let made = try Command.run(["openssl"] + arguments)
        let pem = Secret(copying: made.output.utf8)
        #expect(
            codeThrown { _ = try KeyFile(pem: pem, object: "key").open() } == code)
    }

    @Test("a cut key file is malformed")
    func cut() throws {
        let pem = try PrivateKey.generate().pem().withBytes { Array($0) }
        for length in [0, 30, 60, pem.count - 40] {
            let cut = Secret(copying: pem.prefix(length))
            #expect(
                codeThrown { _ = try KeyFile(pem: cut, object: "key").open() } == .keyMalformed)
        }
    }

    @Test("the openssl command opens our protected key, and we open its")
    func interoperates() throws {
        try withTemporaryFolder { folder in
            let ours = FileSystem.join(folder, "ours")
            let key = try PrivateKey.generate(.p384)
            try key.save(file: ours, passphrase: Secret(copying: "abc".utf8))
            let shown = try Command.openssl(
                "pkey", "-in", ours, "-passin", "pass:abc", "-noout", "-text")
            #expect(shown.exitCode == 0)
            #expect(shown.output.contains("secp384r1"))
            let theirs = FileSystem.join(folder, "theirs")
            let made = try Command.openssl(
                "genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-aes256",
                "-pass", "pass:abc", "-out", theirs)
            #expect(made.exitCode == 0)
            let loaded = try PrivateKey.load(file: theirs, passphrase: Secret(copying: "abc".utf8))
            #expect(loaded.algorithm == .p256)
        }
    }
}
