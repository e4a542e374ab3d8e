import EnlaceModel
import Testing

@testable import EnlaceWire

@Suite("BatchScan")
struct BatchScanTests {
    private let tooLarge = WireError(.frameTooLarge, object: "")

    /// A frame whose batch has this many empty fields with this number.
    private func frame(field: UInt8, count: Int) -> [UInt8] {
        let content = (0..<(2 * count)).map { $0.isMultiple(of: 2) ? field << 3 | 2 : 0 }
        return [34] + varint(content.count) + content
    }

    private func varint(_ value: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = value
        while rest > 127 {
            bytes.append(UInt8(rest & 0x7F) | 0x80)
            rest >>= 7
        }
        return bytes + [UInt8(rest)]
    }

    @Test("as many entries or envelopes as allowed pass, one more does not", arguments: [2, 3])
    func limits(field: UInt8) throws {
        try BatchScan.check(frame(field: field, count: 256), limit: 256)
        #expect(throws: tooLarge) {
            try BatchScan.check(frame(field: field, count: 257), limit: 256)
        }
        // Two batches in one frame are merged by the decoder, so they count together.
        let half = frame(field: field, count: 200)
        #expect(throws: tooLarge) { try BatchScan.check(half + half, limit: 256) }
    }

    @Test("two million empty envelopes are refused without being made")
    func bomb() {
        let payload = frame(field: 3, count: 2 << 20)
        #expect(throws: tooLarge) { try FrameCodec.decodeNodeFrame(payload) }
    }

    @Test("a real batch passes and is decoded")
    func realBatch() throws {
        var frame = NodeNodeFrame()
        frame.batch = try Fixtures.batch().message
        let payload = try FrameCodec.payload(of: frame, limit: 10_000)
        #expect(try FrameCodec.decodeNodeFrame(payload) == frame)
    }

    @Test("random and cut bytes never trap", arguments: 0..<200)
    func randomBytes(seed: UInt64) throws {
        var source = SeededBytes(seed: seed)
        try? BatchScan.check([34] + source.bytes(Int(seed)), limit: 256)
        let whole = frame(field: 2, count: 20)
        for count in whole.indices {
            try BatchScan.check(Array(whole.prefix(count)), limit: 256)
        }
        try BatchScan.check([34] + [UInt8](repeating: 0xFF, count: 9) + [0x7F], limit: 256)
    }
}
