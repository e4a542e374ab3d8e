import EnlaceModel

/// Counts the entries and envelopes of a batch in the bytes of a frame, before anything is made of
/// them: an empty one costs two bytes on the line and a hundred in memory, so that four MiB of them
/// would be too much.
///
/// Reads just enough of the protobuf encoding (Protocol Buffers, "Encoding"): varint keys, whose low
/// three bits are the wire type. What it does not understand it leaves to the decoder.
enum BatchScan {
    private static let batchField: UInt64 = 4
    private static let entriesField: UInt64 = 2
    private static let sealedField: UInt64 = 3

    /// - Throws: FRAME_TOO_LARGE above `limit` entries or envelopes, all batches of the frame
    ///   together: the decoder merges them.
    static func check(_ payload: [UInt8], limit: Int) throws(WireError) {
        var entries = 0
        var sealed = 0
        var frame = Walk(payload[...])
        while let (field, content) = frame.next() {
            guard field == batchField else { continue }
            var batch = Walk(content)
            while let (field, _) = batch.next() {
                if field == entriesField { entries += 1 }
                if field == sealedField { sealed += 1 }
                guard entries <= limit, sealed <= limit else {
                    throw WireError(
                        .frameTooLarge, object: "batch", context: ["limit": "\(limit)"])
                }
            }
        }
    }

    /// Goes through the length-delimited fields of one message.
    private struct Walk {
        private var rest: ArraySlice<UInt8>

        init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

        /// The next such field; nil at the end and where the bytes are no longer understood.
        mutating func next() -> (field: UInt64, content: ArraySlice<UInt8>)? {
            while let key = varint() {
                switch key & 7 {
                case 0: guard varint() != nil else { return nil }
                case 1: guard take(8) != nil else { return nil }
                case 5: guard take(4) != nil else { return nil }
                case 2:
                    guard let count = varint(), let content = take(count) else { return nil }
                    return (key >> 3, content)
                default: return nil
                }
            }
            return nil
        }

        private mutating func varint() -> UInt64? {
            var value: UInt64 = 0
            for shift in stride(from: UInt64(0), to: 70, by: 7) {
                guard let byte = rest.popFirst() else { return nil }
                value |= UInt64(byte & 0x7F) << shift
                if byte & 0x80 == 0 { return value }
            }
            return nil
        }

        private mutating func take(_ count: UInt64) -> ArraySlice<UInt8>? {
            guard let count = Int(exactly: count), count <= rest.count else { return nil }
            defer { rest = rest.dropFirst(count) }
            return rest.prefix(count)
        }
    }
}
