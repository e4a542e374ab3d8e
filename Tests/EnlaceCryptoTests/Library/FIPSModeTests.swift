import EnlaceModel
import Testing

@testable import EnlaceCrypto

@Suite("FIPS mode")
struct FIPSModeTests {
    @Test("requiring it fails exactly where it is not on")
    func require() throws {
        if FIPSMode.isOn {
            try FIPSMode.require()
        } else {
            #expect(throws: CryptoError(.fipsUnavailable, object: "")) { try FIPSMode.require() }
        }
    }
}
