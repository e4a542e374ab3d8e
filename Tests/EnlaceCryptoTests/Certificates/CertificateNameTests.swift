import EnlaceCrypto
import EnlaceModel
import Testing

@Suite struct CertificateNameTests {
    @Test(
        "a name comes back from its URI",
        arguments: ["enlace:node:US-DHS-HSI-NYC", "enlace:officer:MX-FGR/k3-9"])
    func roundTrip(uri: String) throws {
        #expect(try CertificateName(uri: uri).uri == uri)
    }

    @Test(
        "everything else is refused",
        arguments: [
            "", "enlace:", "enlace:node:", "enlace:node:us-dhs", "enlace:node:US-DHS/x",
            "enlace:officer:US-DHS", "enlace:officer:US-DHS/", "enlace:officer:US-DHS/A",
            "enlace:officer:US-DHS/a/b", "ENLACE:node:US-DHS", "https://example.org",
            "enlace:node:US-DHS\u{0}", "enlace:node:US-DHS ",
        ])
    func refused(uri: String) {
        #expect(codeThrown { _ = try CertificateName(uri: uri) } == .certificateWrongName)
    }
}
