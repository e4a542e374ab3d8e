import EnlaceModel
import Testing

@testable import EnlaceCrypto

@Suite("Envelope self-test")
struct EnvelopeSelfTestTests {
    @Test("the opener of the product passes")
    func passes() throws {
        try EnvelopeSelfTest.run()
    }

    @Test("an opener that opens nothing fails")
    func nothing() {
        #expect(throws: CryptoError(.cryptoSelfTestFailed, object: "")) {
            try EnvelopeSelfTest.run { (_, _) throws(CryptoError) in
                throw CryptoError(.envelopeRefused, object: "")
            }
        }
    }

    @Test("an opener that also opens what is forged fails")
    func lenient() {
        #expect(throws: CryptoError(.cryptoSelfTestFailed, object: "")) {
            try EnvelopeSelfTest.run { (_, _) throws(CryptoError) in EnvelopeSelfTest.content }
        }
    }
}
