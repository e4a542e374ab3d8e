import EnlaceModel
import Testing

@testable import EnlaceWire

@Suite("WireIdentity")
struct WireIdentityTests {
    @Test("an identity comes back unchanged")
    func roundTrip() throws {
        let identity = DocumentIdentity(
            origin: try NodeID("MX-FGR"), messageID: try MessageID(bytes: Fixtures.bytes(16)))
        #expect(try WireIdentity(identity).identity == identity)
    }

    @Test("a wrong node or a short identifier is refused")
    func refused() {
        #expect(throws: WireError(.frameMalformed, object: "")) { try WireIdentity().identity }
        var short = WireIdentity()
        short.origin = "MX-FGR"
        short.messageID = .init(wire: [1])
        #expect(throws: WireError(.frameMalformed, object: "")) { try short.identity }
    }
}
