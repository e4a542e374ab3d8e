import EnlaceFiles
import EnlaceModel

/// A passphrase for keys that are made now: from `--passphrase-fd`, or typed twice.
enum NewPassphrase {
    /// The fewest bytes of a passphrase; shorter ones protect nothing.
    static let bytesMin = 8

    static func ask(_ run: CommandRun) throws -> Secret {
        let passphrase = try given(run)
        guard passphrase.count >= bytesMin else {
            throw CommandError(
                .passphraseMissing, object: "--passphrase-fd",
                context: ["expected": "\(bytesMin) bytes"])
        }
        return passphrase
    }

    private static func given(_ run: CommandRun) throws -> Secret {
        if let descriptor = run.options.passphraseDescriptor {
            return try Terminal.readPassphrase(from: descriptor)
        }
        let first = try Terminal.askPassphrase(run.text(.askNewPassphrase))
        let second = try Terminal.askPassphrase(run.text(.askNewPassphraseAgain))
        let areSame = unsafe first.withBytes { left in
            unsafe second.withBytes { right in unsafe left.elementsEqual(right) }
        }
        guard areSame else { throw CommandError(.passphraseWrong, object: "passphrase") }
        return first
    }
}
