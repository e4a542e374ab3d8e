import EnlaceModel
package import SwiftProtobuf

/// Messages to frames and back. A frame is its payload's length as `u32`, big-endian, then the
/// payload, a protobuf message; a length of zero does not exist.
package enum FrameCodec {
    /// How many bytes stand before the payload.
    package static let lengthBytes = 4

    /// Groups in groups that a message may have; ours have five.
    private static let depthMax = 16

    /// The payload of a message.
    ///
    /// - Throws: FRAME_TOO_LARGE above `limit` bytes, FRAME_MALFORMED for an empty message.
    package static func payload(
        of message: some SwiftProtobuf.Message, limit: Int
    ) throws(WireError) -> [UInt8] {
        let bytes: [UInt8]
        do { bytes = try message.serializedBytes() } catch {
            throw WireError(.frameMalformed, object: "frame")
        }
        _ = try checkedLength(UInt32(clamping: bytes.count), limit: limit)
        return bytes
    }

    /// Length and payload of a message.
    package static func frame(
        of message: some SwiftProtobuf.Message, limit: Int
    ) throws(WireError) -> [UInt8] {
        let payload = try payload(of: message, limit: limit)
        return lengthPrefix(payload.count) + payload
    }

    /// The four bytes before a payload of this size.
    package static func lengthPrefix(_ count: Int) -> [UInt8] {
        var writer = ByteWriter()
        writer.integer(UInt32(clamping: count))
        return writer.bytes
    }

    /// Reads a payload from a peer; the counts of a batch are judged before anything is made of it.
    package static func decodeNodeFrame(_ payload: [UInt8]) throws(WireError) -> NodeNodeFrame {
        try BatchScan.check(payload, limit: WireLimits.batchEntriesMax)
        return try decode(NodeNodeFrame.self, payload)
    }

    /// Reads a payload as a message. Fields unknown to this version are dropped.
    package static func decode<Message: SwiftProtobuf.Message>(
        _ type: Message.Type, _ payload: [UInt8]
    ) throws(WireError) -> Message {
        var options = BinaryDecodingOptions()
        options.messageDepthLimit = depthMax
        options.discardUnknownFields = true
        do { return try Message(serializedBytes: payload, options: options) } catch {
            throw WireError(.frameMalformed, object: "frame")
        }
    }

    /// Judges a length before anything is allocated for it.
    static func checkedLength(_ length: UInt32, limit: Int) throws(WireError) -> Int {
        guard length > 0 else { throw .malformed("frame", "length 0") }
        guard let count = Int(exactly: length), count <= limit else {
            throw WireError(
                .frameTooLarge, object: "\(length) bytes", context: ["limit": "\(limit)"])
        }
        return count
    }
}
