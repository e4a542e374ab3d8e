import Testing

@testable import EnlaceCrypto

@Suite("System random")
struct SystemRandomTests {
    @Test("the asked number of bytes comes, and other ones each time")
    func bytes() {
        let source = SystemRandom()
        #expect(source.bytes(0).isEmpty)
        #expect(source.bytes(33).count == 33)
        #expect(source.bytes(32) != source.bytes(32))
    }

    @Test("a wiped array is empty")
    func wiping() {
        var bytes = SystemRandom().bytes(32)
        wipe(&bytes)
        #expect(bytes.isEmpty)
    }
}
