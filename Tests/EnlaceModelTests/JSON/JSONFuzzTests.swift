import Testing

@testable import EnlaceModel

@Suite("JSON under random input")
struct JSONFuzzTests {
    static let seed = #"{"a":[1,-22,"ñ\u00e9\ud83d\ude00",true,null,{"b":"x\ny","c":{}}],"d":"…"}"#

    @Test("random bytes and mutations are parsed or refused, never a trap", arguments: 1...8)
    func mutations(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var accepted = 0
        for round in 0..<3_000 {
            let bytes =
                round.isMultiple(of: 4)
                ? (0..<Int.random(in: 0..<64, using: &random)).map { _ in random.byte() }
                : random.mutate(Array(Self.seed.utf8))
            guard let value = try? JSONParser.parse(bytes) else { continue }
            accepted += 1
            // What is accepted survives writing and reading.
            #expect((try? JSONParser.parse(value.encoded)) == value)
            #expect((try? JSONParser.parse(Array(value.indented.utf8))) == value)
        }
        #expect(accepted > 0)
    }

    @Test("every text cut short is refused")
    func truncations() {
        let bytes = Array(Self.seed.utf8)
        for count in 0..<bytes.count {
            #expect(throws: ModelError.self) { try JSONParser.parse(Array(bytes.prefix(count))) }
        }
    }
}
