import ArgumentParser
import EnlaceCrypto
import EnlaceFiles
import EnlaceModel

/// `enlace envelope seal --to CERT FILE`: one envelope (CMS AuthEnvelopedData) for one node.
struct EnvelopeSealCommand: EnlaceSubcommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "seal", abstract: sentence(.helpEnvelopeSeal),
            discussion: "enlace envelope seal --to mx-encryption.crt lead.p7m --out lead.p7e")
    }

    @OptionGroup var options: GlobalOptions

    @Argument(help: help(.argumentFile))
    var file: String

    @Option(help: help(.optionEncryptionCertificate))
    var to: String

    @Option(help: help(.optionOut))
    var out: String

    func perform(_ run: CommandRun) async throws {
        let certificate = try Certificate.load(file: to)
        let recipient = try EncryptionRecipient(certificate)
        let content = try FileSystem.read(file, bytesMax: Envelope.contentBytesMax)
        let envelope = try Envelope.seal(content, to: recipient, random: SystemRandom())
        try FileSystem.createDurably(envelope, at: out, mode: .privateFile)
        let digest = SHA256.digest(envelope).hex
        run.show(
            json: ListJSON.make([["file": .string(out), "sha256": .string(digest)]]),
            lines: [run.text(.envelopeSealed, ["file": out, "digest": digest])])
    }
}
