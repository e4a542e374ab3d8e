import EnlaceModel
import Testing

@testable import EnlaceWire

@Suite("FrameCodec")
struct FrameCodecTests {
    @Test("a ping has these bytes on the line")
    func golden() throws {
        var frame = NodeNodeFrame()
        frame.ping.number = 5
        let bytes = try FrameCodec.frame(of: frame, limit: 100)
        #expect(bytes == [0, 0, 0, 4, 0x3A, 0x02, 0x08, 0x05])
        #expect(try FrameCodec.decode(NodeNodeFrame.self, Array(bytes.dropFirst(4))) == frame)
    }

    @Test("a message above the limit is not sent")
    func tooLarge() throws {
        var frame = NodeNodeFrame()
        frame.card.cms = .init(wire: Fixtures.bytes(200))
        #expect(throws: WireError(.frameTooLarge, object: "")) {
            try FrameCodec.frame(of: frame, limit: 100)
        }
    }

    @Test("an empty message is not sent")
    func empty() {
        #expect(throws: WireError(.frameMalformed, object: "")) {
            try FrameCodec.frame(of: NodeNodeFrame(), limit: 100)
        }
    }

    @Test("a cut or broken payload is refused")
    func broken() throws {
        var frame = NodeNodeFrame()
        frame.card.cms = .init(wire: Fixtures.bytes(20))
        let payload = try FrameCodec.payload(of: frame, limit: 100)
        for count in 1..<payload.count {
            #expect(throws: WireError(.frameMalformed, object: "")) {
                try FrameCodec.decode(NodeNodeFrame.self, Array(payload.prefix(count)))
            }
        }
    }

    @Test("random bytes never trap, as frames of either protocol", arguments: 0..<200)
    func randomBytes(seed: UInt64) {
        var source = SeededBytes(seed: seed)
        let bytes = source.bytes(Int(seed) * 3)
        _ = try? FrameCodec.decode(NodeNodeFrame.self, bytes)
        _ = try? FrameCodec.decode(ClientClientFrame.self, bytes)
        _ = try? FrameCodec.decode(ClientServerFrame.self, bytes)
    }

    @Test("a real frame with any byte changed never traps")
    func changedBytes() throws {
        var frame = NodeNodeFrame()
        frame.batch = try Fixtures.batch().message
        let payload = try FrameCodec.payload(of: frame, limit: 10_000)
        for index in payload.indices {
            for bit in 0..<8 {
                var changed = payload
                changed[index] ^= 1 << UInt8(bit)
                guard let frame = try? FrameCodec.decode(NodeNodeFrame.self, changed) else {
                    continue
                }
                _ = try? UnverifiedBatch(frame.batch)
            }
        }
    }
}
