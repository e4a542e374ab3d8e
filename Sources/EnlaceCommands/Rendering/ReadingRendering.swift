import EnlaceCrypto
import EnlaceModel
import EnlaceWire

/// A document as it is read: banner, signers with the verdict on each, all fields with their labels,
/// banner.
///
/// The signatures are verified here once more, on the reader's own machine, with the certificates
/// that the node sent; whether those are to be trusted is the node's verdict.
struct ReadingRendering {
    private let reading: ClientReading
    private let document: Document
    private let language: Language
    private let clock: LocalClock
    private let isSignatureValid: Bool

    init(_ reading: ClientReading, language: Language, clock: LocalClock) throws {
        let signed = try UnverifiedSignedDocument(Array(reading.signedDocument))
        let certificates = try reading.signers.map { signer in
            try Certificate(derBytes: Array(signer.certificate), object: signer.officer)
        }
        let verified = try signed.verify { identifier in
            certificates.first { SignerIdentifier($0) == identifier }
        }
        self.reading = reading
        self.language = language
        self.clock = clock
        isSignatureValid = verified.content == signed.content
        document = try UncheckedDocument(signed.content).check(.receiver, language: language)
    }

    var lines: [String] {
        let banner = DocumentBanner.line(document.header, language: language)
        return [banner, ""] + signerLines + [""] + DocumentLines.make(document, language: language)
            + ["", banner]
    }

    private var signerLines: [String] {
        reading.signers.map { signer in
            Catalogue.text(
                signer.part == "RELEASER" ? .signedByReleaser : .signedByAuthor, language: language,
                [
                    "officer": VisibleText.make(signer.officer),
                    "time": clock.text(milliseconds: signer.signedAt),
                    "verdict": signer.verdict,
                ])
        }
    }

    var json: JSONValue {
        var item = ItemRendering.json(reading.item).objectValue ?? JSONObject()
        item["readAt"] = ItemRendering.time(reading.readAt)
        item["isFirstReading"] = .bool(reading.isFirst)
        item["signatureValid"] = .bool(isSignatureValid)
        item["signers"] = .array(reading.signers.map(json(signer:)))
        item["document"] = .object(document.json)
        return ListJSON.make([.object(item)])
    }

    private func json(signer: ClientSigner) -> JSONValue {
        [
            "officer": .string(signer.officer),
            "part": .string(signer.part),
            "signedAt": ItemRendering.time(signer.signedAt),
            "verdict": .string(signer.verdict),
        ]
    }
}
