import EnlaceFiles
import EnlaceModel
import Testing

@testable import EnlaceCrypto

@Suite struct CertificateTextTests {
    @Test("a certificate is told in both languages", arguments: Language.allCases)
    func rows(language: Language) throws {
        try withTestPKI { pki in
            let certificate = try pki.issue(.officerSigning)
            let rows = CertificateText(language: language).rows(of: certificate)
            let values = Dictionary(uniqueKeysWithValues: rows.map { ($0.key, $0.value) })
            #expect(
                values[.certificateUse]
                    == (language == .english
                        ? "signature of an officer" : "firma de un servidor público"))
            #expect(values[.certificateNames] == "enlace:officer:US-DHS-HSI-NYC/a7")
            #expect(values[.certificateNotAfter] == certificate.notAfter.text)
            #expect(values[.certificateKeyUsage] == "nonRepudiation")
            #expect(
                values[.certificateFingerprint]?.filter { $0 != " " } == certificate.fingerprint.hex
            )
            #expect(values[.certificateAddresses] == nil)
        }
    }

    @Test("requests and revocation lists are told too")
    func others() throws {
        try withTestPKI { pki in
            let text = CertificateText(language: .spanish)
            let request = text.rows(of: try TestPKI.request(.nodeTLS))
            #expect(request.contains { $0.label == "Llave comprobada" && $0.value == "sí" })
            let list = text.rows(of: try pki.authority.revocationList())
            #expect(list.contains { $0.label == "Revocados" && $0.value == "0" })
        }
    }

    @Test("a verdict says for what and until when, or why not and what to do")
    func verdicts() throws {
        try withTestPKI { pki in
            let certificate = try pki.issue(.nodeTLS)
            let verifier = try pki.verifier()
            func verdict(_ place: CertificateProfile) -> String {
                CertificateText(language: .english).verdict(
                    Result { () throws(CryptoError) in
                        try verifier.verify(certificate, as: place, at: TestPKI.now)
                    })
            }
            #expect(verdict(.nodeTLS).hasPrefix("accepted: connections of a node"))
            #expect(verdict(.nodeStatement).hasPrefix("refused (CERTIFICATE_WRONG_USAGE): "))
        }
    }
}
