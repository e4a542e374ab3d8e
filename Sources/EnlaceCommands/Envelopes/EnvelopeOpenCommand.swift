import ArgumentParser
import EnlaceCrypto
import EnlaceFiles
import EnlaceModel

/// `enlace envelope open --key KEY FILE`: the content to a file or to standard output; a refusal
/// prints nothing of it and is always the same error.
struct EnvelopeOpenCommand: EnlaceSubcommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "open", abstract: sentence(.helpEnvelopeOpen),
            discussion: """
                enlace envelope open --key encryption.key lead.p7e --out lead.p7m
                """)
    }

    @OptionGroup var options: GlobalOptions

    @Argument(help: help(.argumentFile))
    var file: String

    @Option(help: help(.optionEncryptionKey))
    var key: String

    @Option(help: help(.optionOut))
    var out: String?

    func perform(_ run: CommandRun) async throws {
        let unlock = KeyUnlock(
            descriptor: options.passphraseDescriptor, question: run.text(.askPassphrase))
        let bytes = try FileSystem.read(
            file, bytesMax: Envelope.contentBytesMax + Envelope.overheadBytesMax)
        let opener = try EnvelopeOpener(onlyKey: unlock.open(key))
        let content = try opener.open(bytes)
        guard let out else { return try FileSystem.writeToStandardOutput(content) }
        try FileSystem.createDurably(content, at: out, mode: .privateFile)
        run.console.note(run.text(.envelopeOpened, ["file": out]))
    }
}
