import ArgumentParser
import EnlaceCrypto
import EnlaceFiles
import EnlaceModel

/// `enlace document sign`: signs a draft offline under a reference reserved before, or with
/// `--approve` adds the releaser's signature to a signed document.
struct DocumentSignCommand: EnlaceSubcommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "sign", abstract: sentence(.helpDocumentSign),
            discussion: """
                enlace document sign lead.json --ref US-DHS-HSI-NYC/2026/000001 \
                --environment LIVE --out lead.p7m
                enlace document sign lead.p7m --approve --out released.p7m
                """)
    }

    @OptionGroup var options: GlobalOptions

    @Argument(help: help(.argumentFile))
    var file: String

    @Option(help: help(.optionOut))
    var out: String

    @Option(help: help(.optionReference))
    var ref: String?

    @Option(help: help(.optionEnvironment))
    var environment: String?

    @Flag(help: help(.optionApprove))
    var approve = false

    func perform(_ run: CommandRun) async throws {
        let desk = try run.desk()
        let now = SystemClock().now()
        let signed =
            approve
            ? try desk.approve(signedBefore(), at: now)
            : try desk.sign(complete(desk, now, run), at: now)
        try FileSystem.createDurably(signed.derBytes, at: out, mode: .privateFile)
        run.show(
            json: ListJSON.make([
                ["file": .string(out), "sha256": .string(signed.digest.hex)]
            ]),
            lines: [run.text(.documentSigned, ["file": out, "digest": signed.digest.hex])])
    }

    private func signedBefore() throws -> UnverifiedSignedDocument {
        try UnverifiedSignedDocument(FileSystem.read(file, bytesMax: Outbox.bytesMax))
    }

    private func complete(
        _ desk: OfficerDesk, _ now: Timestamp, _ run: CommandRun
    ) throws -> [UInt8] {
        guard let ref, let environment else {
            throw CommandError(.usage, object: "--ref --environment")
        }
        let context = CompletionContext(
            environment: try RunEnvironment(word: environment.uppercased()),
            messageID: MessageID(random: SystemRandom()), reference: try DocumentReference(ref),
            author: try desk.author(), now: now)
        return try DraftFile.open(file, language: run.language)
            .complete(context, language: run.language).bytes
    }
}
