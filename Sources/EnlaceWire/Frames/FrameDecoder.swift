import EnlaceModel

/// Cuts a stream of bytes into the payloads of frames.
///
/// The first frame has a limit of its own, because it comes before anybody has said hello. What is
/// held is never more than one frame at its limit and the last chunk. After an error the decoder
/// stays in error: the stream has no place to go on from.
package struct FrameDecoder: Sendable {
    private let firstLimit: Int
    private let limit: Int
    private var held: [UInt8] = []
    private var position = 0
    private var expected: Int?
    private var isFirst = true
    private var failure: WireError?

    package init(firstLimit: Int = WireLimits.helloBytesMax, limit: Int) {
        self.firstLimit = firstLimit
        self.limit = limit
    }

    /// How many bytes wait for the rest of their frame.
    package var heldBytes: Int { held.count - position }

    /// Whether the first frame has come out.
    package var hasBegun: Bool { !isFirst }

    /// Whether the stream may end here without having cut a frame.
    package var isBetweenFrames: Bool { heldBytes == 0 && expected == nil && failure == nil }

    package mutating func append(_ chunk: some Collection<UInt8>) {
        guard failure == nil else { return }
        if position > 0 {
            held.removeFirst(position)
            position = 0
        }
        held.append(contentsOf: chunk)
    }

    /// The next payload, or nil when more bytes are needed; call until nil.
    ///
    /// - Throws: FRAME_TOO_LARGE or FRAME_MALFORMED, judged on the length alone.
    package mutating func next() throws(WireError) -> [UInt8]? {
        if let failure { throw failure }
        do {
            return try cut()
        } catch {
            failure = error
            held = []
            position = 0
            throw error
        }
    }

    private mutating func cut() throws(WireError) -> [UInt8]? {
        guard let count = try length(), heldBytes >= count else { return nil }
        let payload = Array(held[position..<(position + count)])
        position += count
        expected = nil
        isFirst = false
        return payload
    }

    /// The length of the frame at hand, once its four bytes are there.
    private mutating func length() throws(WireError) -> Int? {
        if let expected { return expected }
        guard heldBytes >= FrameCodec.lengthBytes else { return nil }
        let value = held[position..<(position + FrameCodec.lengthBytes)]
            .reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        let count = try FrameCodec.checkedLength(value, limit: isFirst ? firstLimit : limit)
        position += FrameCodec.lengthBytes
        held.reserveCapacity(held.count + count)
        expected = count
        return count
    }
}
