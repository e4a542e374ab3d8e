import ArgumentParser
import EnlaceModel
import Glibc

/// The options that every command has.
struct GlobalOptions: ParsableArguments {
    @Option(help: help(.optionProfile))
    var profile: String?

    @Flag(help: help(.optionJSON))
    var json = false

    @Option(help: help(.optionLanguage))
    var lang: String?

    @Option(name: .customLong("passphrase-fd"), help: help(.optionPassphraseDescriptor))
    var passphraseDescriptor: Int32?

}

/// Help in the language of the person who asks for it.
func help(_ key: MessageKey) -> ArgumentHelp {
    ArgumentHelp(Catalogue.text(key, language: Language.ofProcess))
}

/// A sentence of help in the language of the person who asks for it.
func sentence(_ key: MessageKey) -> String { Catalogue.text(key, language: Language.ofProcess) }

extension Language {
    /// The language of help and of errors before a profile is read: `--lang` wherever it stands,
    /// else the locale.
    static let ofProcess: Language = {
        let arguments = CommandLine.arguments
        if let place = arguments.firstIndex(of: "--lang"), place + 1 < arguments.count {
            return Language(locale: arguments[place + 1])
        }
        if let joined = arguments.first(where: { $0.hasPrefix("--lang=") }) {
            return Language(locale: String(joined.dropFirst("--lang=".count)))
        }
        return Language(
            locales: ["LC_ALL", "LC_MESSAGES", "LANG"].map(ProcessEnvironment.value(of:)))
    }()
}

/// The environment of this process; never a source of secrets.
enum ProcessEnvironment {
    static func value(of name: String) -> String? {
        guard let text = unsafe getenv(name) else { return nil }
        return unsafe String(cString: text)
    }
}
