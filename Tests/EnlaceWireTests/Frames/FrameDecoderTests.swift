import EnlaceModel
import Testing

@testable import EnlaceWire

@Suite("FrameDecoder")
struct FrameDecoderTests {
    private func frame(_ payload: [UInt8]) -> [UInt8] {
        FrameCodec.lengthPrefix(payload.count) + payload
    }

    @Test("frames come out whole however the stream is cut", arguments: [1, 2, 3, 5, 7, 1000])
    func cutAnywhere(chunkBytes: Int) throws {
        let payloads = [[1], Fixtures.bytes(4), Fixtures.bytes(300), [9, 9]]
        let stream = payloads.flatMap(frame)
        var decoder = FrameDecoder(limit: 1000)
        var found: [[UInt8]] = []
        for start in stride(from: 0, to: stream.count, by: chunkBytes) {
            decoder.append(stream[start..<min(start + chunkBytes, stream.count)])
            while let payload = try decoder.next() { found.append(payload) }
        }
        #expect(found == payloads)
        #expect(decoder.isBetweenFrames)
    }

    @Test("a length of 4 GiB is refused by its four bytes alone")
    func hugeLength() {
        var decoder = FrameDecoder(limit: 1000)
        decoder.append([0xFF, 0xFF, 0xFF, 0xFF])
        #expect(throws: WireError(.frameTooLarge, object: "")) { try decoder.next() }
        #expect(decoder.heldBytes == 0)
    }

    @Test("a length of zero is refused")
    func zeroLength() {
        var decoder = FrameDecoder(limit: 1000)
        decoder.append([0, 0, 0, 0])
        #expect(throws: WireError(.frameMalformed, object: "")) { try decoder.next() }
    }

    @Test("the first frame has the smaller limit, the next ones the larger")
    func limits() throws {
        var decoder = FrameDecoder(firstLimit: 10, limit: 20)
        decoder.append(frame(Fixtures.bytes(10)) + frame(Fixtures.bytes(20)))
        #expect(try decoder.next()?.count == 10)
        #expect(try decoder.next()?.count == 20)
        decoder.append(frame(Fixtures.bytes(21)))
        #expect(throws: WireError(.frameTooLarge, object: "")) { try decoder.next() }

        var early = FrameDecoder(firstLimit: 10, limit: 20)
        early.append(frame(Fixtures.bytes(11)))
        #expect(throws: WireError(.frameTooLarge, object: "")) { try early.next() }
    }

    @Test("after an error nothing comes out and nothing is held")
    func staysFailed() {
        var decoder = FrameDecoder(limit: 1000)
        decoder.append([0, 0, 0, 0])
        _ = try? decoder.next()
        decoder.append(frame([1, 2, 3]))
        #expect(throws: WireError(.frameMalformed, object: "")) { try decoder.next() }
        #expect(decoder.heldBytes == 0)
        #expect(!decoder.isBetweenFrames)
    }

    @Test("a cut frame is noticed at the end of the stream", arguments: [1, 3, 4, 6])
    func cutFrame(count: Int) throws {
        var decoder = FrameDecoder(limit: 1000)
        decoder.append(frame(Fixtures.bytes(5)).prefix(count))
        #expect(try decoder.next() == nil)
        #expect(!decoder.isBetweenFrames)
    }

    @Test("random bytes never trap", arguments: 0..<50)
    func randomBytes(seed: UInt64) {
        var source = SeededBytes(seed: seed)
        var decoder = FrameDecoder(limit: 1 << 20)
        for _ in 0..<20 {
            decoder.append(source.bytes(200))
            do {
                while let payload = try decoder.next() {
                    _ = try? FrameCodec.decode(NodeNodeFrame.self, payload)
                }
            } catch { return }
        }
    }
}
