import EnlaceModel
import Testing

@testable import EnlaceCrypto

@Suite struct CertificateSerialTests {
    private struct Zeros: RandomSource {
        func bytes(_ count: Int) -> [UInt8] { [UInt8](repeating: 0, count: count) }
    }

    @Test(
        "numbers come back from both cases of their text, without leading zeros",
        arguments: [("0A", "0a"), ("a", "0a"), ("00000001", "01"), ("FFee", "ffee")])
    func text(given: String, expected: String) throws {
        #expect(try CertificateSerial(given).text == expected)
    }

    @Test(
        "other text, zero and too long numbers are no serial number",
        arguments: ["", "0", "0000", "xy", "-1", String(repeating: "f", count: 42)])
    func refused(given: String) {
        #expect(codeThrown { _ = try CertificateSerial(given) } == .notFound)
    }

    @Test("a random number has all its bytes, also from a poor source")
    func random() {
        #expect(CertificateSerial(random: Zeros()).bytes.count == CertificateSerial.randomBytes)
        #expect(CertificateSerial(random: SystemRandom()).bytes.count == 16)
    }
}
