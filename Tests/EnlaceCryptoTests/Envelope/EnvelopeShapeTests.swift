import EnlaceModel
import Testing

@testable import EnlaceCrypto

@Suite("Envelope shape")
struct EnvelopeShapeTests {
    let vectors = EnvelopeVectors.all

    @Test("the accepted vector has the published fields")
    func fields() throws {
        let parsed = try EnvelopeShape.parse(vectors.base)
        #expect(parsed.shape.point == (try vectors.intermediate("ephemeral_point_hex")))
        #expect(parsed.shape.wrappedKey == (try vectors.intermediate("wrapped_cek_hex")))
        #expect(parsed.shape.nonce == (try vectors.intermediate("nonce_hex")))
        #expect(Array(parsed.ciphertext) == (try vectors.intermediate("ciphertext_hex")))
        #expect(Array(parsed.tag) == (try vectors.intermediate("tag_hex")))
    }

    @Test("what was parsed is written again byte for byte")
    func again() throws {
        let parsed = try EnvelopeShape.parse(vectors.base)
        let bytes = parsed.shape.header() + parsed.ciphertext + EnvelopeShape.beforeTag + parsed.tag
        #expect(bytes == vectors.base)
    }

    @Test(
        "every length of content is written and read",
        arguments: [0, 1, 127, 128, 255, 256, 65_000, 65_535, 65_536, 100_000])
    func lengths(count: Int) throws {
        let shape = EnvelopeShape(
            point: [4] + [UInt8](repeating: 1, count: 64),
            keyIdentifier: [UInt8](repeating: 2, count: 20),
            wrappedKey: [UInt8](repeating: 3, count: 40),
            nonce: [UInt8](repeating: 4, count: 12), ciphertextBytes: count)
        let rest =
            [UInt8](repeating: 5, count: count) + EnvelopeShape.beforeTag
            + [UInt8](repeating: 6, count: 16)
        let parsed = try EnvelopeShape.parse(shape.header() + rest)
        #expect(parsed.shape == shape)
        #expect(shape.header().count + 18 <= Envelope.overheadBytesMax)
    }

    @Test("a cut envelope is refused at every length")
    func cut() {
        for count in 0..<vectors.base.count {
            #expect(throws: DERReader.Fault.self) {
                try EnvelopeShape.parse(Array(vectors.base.prefix(count)))
            }
        }
    }
}
