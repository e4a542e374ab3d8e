import EnlaceCrypto
import EnlaceFiles
import EnlaceModel

/// Opens the officer's keys: the passphrase comes from `--passphrase-fd`, else from the terminal,
/// asked for once without echo.
///
/// A class because the answer to the one question serves every key of the command.
final class KeyUnlock {
    private let descriptor: Int32?
    private let question: String
    private var passphrase: Secret?

    init(descriptor: Int32?, question: String) {
        self.descriptor = descriptor
        self.question = question
    }

    func open(_ path: String) throws -> PrivateKey {
        let file = try KeyFile(path)
        guard file.isPassphraseProtected else { return try file.open() }
        return try file.open(passphrase: answer())
    }

    func credential(certificate: String, key: String) throws -> Credential {
        let chain = try Certificate.loadAll(file: certificate)
        guard let leaf = chain.first else {
            throw CommandError(.certificateMalformed, object: certificate)
        }
        return try Credential(
            certificate: leaf, intermediates: Array(chain.dropFirst()), key: open(key))
    }

    private func answer() throws -> Secret {
        if let passphrase { return passphrase }
        let given =
            if let descriptor {
                try Terminal.readPassphrase(from: descriptor)
            } else {
                try Terminal.askPassphrase(question)
            }
        passphrase = given
        return given
    }
}
