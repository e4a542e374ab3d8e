import EnlaceCrypto
import EnlaceFiles
import EnlaceModel

/// How certificates and requests are shown.
enum CertificateRendering {
    static func json(_ certificate: Certificate) -> JSONValue {
        [
            "subject": .string(certificate.subject),
            "issuer": .string(certificate.issuer),
            "serial": .string(certificate.serial.text),
            "name": certificate.name.map { .string($0.uri) } ?? .null,
            "profile": CertificateProfile.of(certificate).map { .string($0.rawValue) } ?? .null,
            "validFrom": .string(certificate.notBefore.text),
            "validUntil": .string(certificate.notAfter.text),
            "fingerprint": .string(certificate.fingerprint.hex),
        ]
    }

    static func lines(_ certificate: Certificate, _ run: CommandRun) -> [String] {
        let rows: [(MessageKey, String)] = [
            (.headingSubject, certificate.subject),
            (.headingIssuer, certificate.issuer),
            (.headingName, certificate.name?.uri ?? "–"),
            (.headingUse, CertificateProfile.of(certificate)?.rawValue ?? "–"),
            (.headingBegins, certificate.notBefore.text),
            (.headingEnds, certificate.notAfter.text),
            (.headingFingerprint, Fingerprint(certificate.fingerprint).grouped),
        ]
        return rows.map { "\(run.text($0.0)): \(VisibleText.make($0.1))" }
    }

    /// Says that a certificate was made and where it is.
    static func showMade(_ certificate: Certificate, file: String, _ run: CommandRun) {
        var object = json(certificate).objectValue ?? JSONObject()
        object["file"] = .string(file)
        run.show(
            json: ListJSON.make([.object(object)]),
            lines: [run.text(.certificateMade, ["file": file])] + lines(certificate, run))
    }

    /// Writes requests to new files and says so.
    static func write(
        _ requests: [(request: CertificateRequest, file: String)], _ run: CommandRun
    ) throws {
        for (request, file) in requests {
            try FileSystem.createDurably(Array(request.pem.utf8), at: file, mode: .publicFile)
        }
        run.show(
            json: ListJSON.make(
                requests.map { request, file in
                    ["file": .string(file), "subject": .string(request.subject)]
                }),
            lines: requests.map { request, file in
                run.text(.requestMade, ["file": file, "subject": request.subject])
            })
    }
}
