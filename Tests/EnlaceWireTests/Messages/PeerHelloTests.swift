import EnlaceModel
import Testing

@testable import EnlaceWire

@Suite("PeerHello")
struct PeerHelloTests {
    @Test("a hello comes back from its message unchanged")
    func roundTrip() throws {
        let hello = try Fixtures.hello()
        #expect(try PeerHello(hello.message) == hello)
    }

    typealias Change = @Sendable (inout NodeHello) -> Void

    static let faults: [(String, Change)] = [
        ("node", { $0.node = "us-dhs" }),
        ("environment", { $0.environment = "TEST" }),
        ("no versions", { $0.protocolMin = 0 }),
        ("versions reversed", { $0.protocolMin = 9 }),
        ("no envelope versions", { $0.envelopeVersions = [] }),
        ("no heads", { $0.clearHeldHead() }),
        ("short root", { $0.ownHead.root = .init(wire: [1, 2, 3]) }),
        ("size above 2^63", { $0.ownHead.size = .max }),
        ("no room for documents", { $0.documentBytesMax = 0 }),
        ("endless software", { $0.software = String(repeating: "x", count: 257) }),
        ("too many schemas", { $0.schemas = Array(repeating: "LEAD/1.0", count: 257) }),
        ("too many capabilities", { $0.capabilities = Array(repeating: "x", count: 65) }),
    ]

    @Test("a hello with a fault is refused", arguments: faults.indices)
    func faulty(index: Int) throws {
        var message = try Fixtures.hello().message
        Self.faults[index].1(&message)
        #expect(throws: WireError(.frameMalformed, object: ""), "\(Self.faults[index].0)") {
            try PeerHello(message)
        }
    }

    @Test("schemas of a later form are left out, limits are brought inside, text is made visible")
    func tolerant() throws {
        var message = try Fixtures.hello().message
        message.schemas = ["LEAD/1.0", "lead:2", "NEW/7.3"]
        message.documentBytesMax = .max
        message.batchEntriesMax = .max
        message.software = "x\u{202E}y"
        let hello = try PeerHello(message)
        #expect(hello.schemas.map(\.text) == ["LEAD/1.0", "NEW/7.3"])
        #expect(hello.limits.documentBytes == WireLimits.documentBytesNegotiable)
        #expect(hello.limits.batchEntries == WireLimits.batchEntriesMax)
        #expect(hello.software == "x⟨U+202E⟩y")
    }
}
