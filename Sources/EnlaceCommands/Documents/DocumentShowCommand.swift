import ArgumentParser
import EnlaceCrypto
import EnlaceFiles
import EnlaceModel

/// `enlace document show FILE`: a draft or a signed document in words, offline. Signatures are not
/// judged here: that needs the signer's certificate and is said.
struct DocumentShowCommand: EnlaceSubcommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "show", abstract: sentence(.helpDocumentShow),
            discussion: "enlace document show lead.p7m --certificate ana-signing.crt")
    }

    @OptionGroup var options: GlobalOptions

    @Argument(help: help(.argumentFile))
    var file: String

    @Option(help: help(.optionSignerCertificate))
    var certificate: [String] = []

    /// What a DER SEQUENCE begins with, and no JSON text does.
    private static let sequenceTag: UInt8 = 0x30

    func perform(_ run: CommandRun) async throws {
        let bytes = try FileSystem.read(file, bytesMax: Outbox.bytesMax)
        guard bytes.first == Self.sequenceTag else { return try showDraft(run) }
        let signed = try UnverifiedSignedDocument(bytes)
        let verdict = try verdict(signed)
        let document = try UncheckedDocument(signed.content).check(
            .receiver, language: run.language)
        let banner = DocumentBanner.line(document.header, language: run.language)
        run.show(
            json: ListJSON.make([
                ["document": .object(document.json), "signature": .string(verdict)]
            ]),
            lines: [banner, run.text(.signatureVerdict, ["verdict": verdict]), ""]
                + DocumentLines.make(document, language: run.language) + ["", banner])
    }

    private func verdict(_ signed: UnverifiedSignedDocument) throws -> String {
        guard !certificate.isEmpty else { return "NOT_VERIFIED" }
        let certificates = try certificate.map { try Certificate.load(file: $0) }
        _ = try signed.verify { identifier in
            certificates.first { SignerIdentifier($0) == identifier }
        }
        return "OK"
    }

    private func showDraft(_ run: CommandRun) throws {
        let draft = try DraftFile.open(file, language: run.language)
        let rendering = DocumentRendering(draft, language: run.language)
        run.show(
            json: ListJSON.make([["document": .object(draft.json)]]),
            lines: DocumentLines.make(rendering.lines))
    }
}
