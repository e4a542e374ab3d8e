import EnlaceModel
import Testing

@testable import EnlaceCrypto

@Suite struct PEMBlockTests {
    private func decode(_ text: String, countMax: Int = 4) throws -> [[UInt8]] {
        try PEMBlock.decodeAll(
            Array(text.utf8), label: "A", countMax: countMax, refusal: .certificateMalformed,
            object: "text")
    }

    @Test("bytes of every length come back", arguments: [1, 47, 48, 49, 96, 1000])
    func roundTrip(count: Int) throws {
        let bytes = SystemRandom().bytes(count)
        let text = PEMBlock.encode(bytes, label: "A")
        #expect(text.split(separator: "\n").allSatisfy { $0.utf8.count <= 64 })
        #expect(try decode(text + "text between\n" + text) == [bytes, bytes])
    }

    @Test(
        "blocks unfinished, nested, mislabelled, with other text inside or too many are refused",
        arguments: [
            "", "AAAA", "-----BEGIN A-----\nAAAA\n", "AAAA\n-----END A-----\n",
            "-----BEGIN A-----\n-----BEGIN A-----\nAAAA\n-----END A-----\n",
            "-----BEGIN B-----\nAAAA\n-----END B-----\n",
            "-----BEGIN A-----\nAAAA\n-----END B-----\n",
            "-----BEGIN A-----\nx: y\n\nAAAA\n-----END A-----\n",
            "-----BEGIN A-----\nAAA\n-----END A-----\n",
            String(repeating: "-----BEGIN A-----\nAAAA\n-----END A-----\n", count: 5),
        ])
    func refused(text: String) {
        #expect(codeThrown { _ = try decode(text) } == .certificateMalformed)
    }
}
