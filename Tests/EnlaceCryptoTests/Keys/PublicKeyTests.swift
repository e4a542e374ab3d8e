import EnlaceCrypto
import EnlaceModel
import Testing

@Suite struct PublicKeyTests {
    @Test("a public key comes back from its encoding", arguments: KeyAlgorithm.allCases)
    func roundTrip(algorithm: KeyAlgorithm) throws {
        let key = try PrivateKey.generate(algorithm).publicKey
        let again = try PublicKey(derBytes: key.derBytes, object: "key")
        #expect(again == key)
        #expect(again.algorithm == algorithm)
        #expect(again.fingerprint == SHA256.digest(key.derBytes))
    }

    @Test("bytes cut, added or none are malformed")
    func malformed() throws {
        let bytes = try PrivateKey.generate().publicKey.derBytes
        for wrong in [
            [], Array(bytes.dropLast()), bytes + [0], [UInt8](repeating: 0x30, count: 2000),
        ] {
            #expect(
                codeThrown { _ = try PublicKey(derBytes: wrong, object: "key") } == .keyMalformed)
        }
    }
}
