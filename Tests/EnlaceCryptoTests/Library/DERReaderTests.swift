import Testing

@testable import EnlaceCrypto

@Suite("DER reader")
struct DERReaderTests {
    @Test(
        "lengths that are not definite and minimal are refused",
        arguments: [
            [0x04, 0x80, 0x00, 0x00], [0x04, 0x81, 0x01, 0x00], [0x04, 0x82, 0x00, 0x80],
            [0x04, 0x85, 0x00, 0x00, 0x00, 0x00, 0x01, 0x00], [0x04, 0x84, 0xFF, 0xFF, 0xFF, 0xFF],
            [0x04, 0xFF], [0x04], [], [0x04, 0x02, 0x00], [0x24, 0x00],
        ] as [[UInt8]])
    func refused(bytes: [UInt8]) {
        var reader = DERReader(bytes)
        #expect(throws: DERReader.Fault.self) { try reader.element(DER.octetString) }
    }

    @Test(
        "what the writer writes is read, at every length's edge",
        arguments: [
            0, 1, 127, 128, 255, 256, 65_535, 65_536, 16_777_215, 16_777_216,
        ])
    func roundTrip(count: Int) throws {
        let bytes = DER.element(DER.octetString, [UInt8](repeating: 7, count: count))
        #expect(bytes.count == DER.size(count))
        var reader = DERReader(bytes)
        #expect(try reader.element(DER.octetString).count == count)
        try reader.finish()
    }

    @Test("changed and cut messages are refused or read, but never end the process")
    func random() {
        var state: UInt64 = 42
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let good = EnvelopeVectors.all.base
        for _ in 0..<20_000 {
            var bytes = Array(good.prefix(next(good.count) + 1))
            for _ in 0..<next(6) { bytes[next(bytes.count)] = UInt8(next(256)) }
            let envelope = try? EnvelopeShape.parse(bytes)
            #expect(envelope == nil || bytes.count == good.count)
            _ = try? UnverifiedSignedDocument(bytes)
        }
    }
}
