import EnlaceModel
import Testing

@testable import EnlaceWire

@Suite("PeerMessage")
struct PeerMessageTests {
    @Test("a deferral keeps its wait in whole milliseconds and its code as visible text")
    func deferral() throws {
        let message = PeerMessage.deferral(
            .init(heldSize: 3, wait: .milliseconds(1500), code: "DISK_FULL"))
        #expect(try PeerMessage(deferral: message.frame.defer) == message)
        var hostile = NodeDefer()
        hostile.waitMilliseconds = .max
        hostile.code = "\u{7}"
        guard case .deferral(let read) = try PeerMessage(deferral: hostile) else {
            Issue.record("not a deferral")
            return
        }
        #expect(read.code == "⟨U+0007⟩")
        #expect(read.wait == .milliseconds(Int64.max))
        #expect(Duration.seconds(-1).wireMilliseconds == 0)
    }

    @Test("an empty card or directory is refused, and one above its limit")
    func sizes() {
        let malformed = WireError(.frameMalformed, object: "")
        #expect(throws: malformed) { try PeerMessage(card: NodeCard()) }
        #expect(throws: malformed) { try PeerMessage(directory: NodeDirectory()) }
        var card = NodeCard()
        card.cms = .init(wire: Fixtures.bytes(WireLimits.cardBytesMax + 1))
        #expect(throws: malformed) { try PeerMessage(card: card) }
    }
}
