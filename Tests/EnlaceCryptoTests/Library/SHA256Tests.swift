import EnlaceModel
import Testing

@testable import EnlaceCrypto

@Suite("SHA-256")
struct SHA256Tests {
    // FIPS 180-4 examples.
    static let anchors: [([UInt8], String)] = [
        ([], "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        (Array("abc".utf8), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ]

    @Test("published digests come out", arguments: anchors)
    func anchor(input: [UInt8], hex: String) {
        #expect(SHA256.digest(input).hex == hex)
        #expect(SHA256.hash(input) == SHA256.digest(input).bytes)
        #expect(SHA256.digest(([7] + input).dropFirst()).hex == hex)
    }

    @Test("a million letters give the published digest")
    func million() {
        let letters = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)
        let hex = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
        #expect(SHA256.digest(letters).hex == hex)
    }

    @Test("pieces give the digest of the whole", arguments: [1, 63, 64, 65, 999])
    func pieces(size: Int) {
        let whole = (0..<5000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        var hasher = SHA256Hasher()
        for start in stride(from: 0, to: whole.count, by: size) {
            hasher.update(whole[start..<min(start + size, whole.count)])
        }
        #expect(hasher.finish() == SHA256.digest(whole))
    }

    @Test("many tasks at once do not disturb each other")
    func parallel() async {
        await withTaskGroup(of: Bool.self) { group in
            for seed in 0..<16 {
                group.addTask {
                    let text = [UInt8](repeating: UInt8(seed), count: 1000)
                    let expected = SHA256.hash(text)
                    return (0..<2000).allSatisfy { _ in SHA256.hash(text) == expected }
                }
            }
            for await same in group { #expect(same) }
        }
    }
}
