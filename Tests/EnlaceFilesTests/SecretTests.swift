import EnlaceFiles
import Testing

@Suite struct SecretTests {
    @Test("the bytes kept are those the filler said, and an empty secret is allowed")
    func filling() {
        let secret = Secret(capacity: 8) { buffer in
            buffer.copyBytes(from: [1, 2, 3] as [UInt8])
            return 2
        }
        #expect(secret.withBytes { Array($0) } == [1, 2])
        #expect(Secret(copying: []).isEmpty)
    }
}
