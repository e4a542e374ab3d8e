/// Every size and count on the line; sizes in bytes. Reaching one is a defined result: the frame is
/// refused and the session ends.
package enum WireLimits {
    /// The newest and the oldest protocol version this program speaks, on both ports.
    package static let protocolVersions: ClosedRange<UInt32> = 1...1
    /// The envelope versions this program makes and opens.
    package static let envelopeVersions: [UInt32] = [1]

    // Frames, without the four bytes of their length
    /// Until the peer's hello is known.
    package static let helloBytesMax = 64 << 10
    /// A batch with what surrounds its entries and envelopes.
    package static let nodeFrameBytesMax = batchBytesMax + frameSlackBytes
    /// A signed document or an answer, with what surrounds it.
    package static let clientFrameBytesMax = (4 << 20) + frameSlackBytes
    /// Field tags, checkpoint and cosignature beside the counted bytes.
    package static let frameSlackBytes = 64 << 10

    // Batches
    /// The document (as signed) that every node takes.
    package static let documentBytesMax = 1 << 20
    /// The document that two nodes may agree on by their limits.
    package static let documentBytesNegotiable = 16 << 20
    /// What encryption adds to a document.
    package static let envelopeOverheadBytes = 4 << 10
    package static let batchEntriesMax = 256
    /// Entries, clear headers and envelopes of one batch together, unless it is a single envelope.
    package static let batchBytesMax = 4 << 20
    package static let entryBytesMax = 1 << 10
    package static let clearHeaderBytesMax = 2 << 10
    package static let checkpointBytesMax = 4 << 10
    package static let cosignatureBytesMax = 1 << 10
    /// Sizes of logs fit a signed 64-bit number, as stores keep them.
    package static let logSizeMax = UInt64(Int64.max)

    // Other messages of a node
    package static let cardBytesMax = 256 << 10
    package static let directoryBytesMax = 4 << 20
    package static let capabilitiesMax = 64
    package static let schemasMax = 256
    package static let envelopeVersionsMax = 16
    /// A name, a code or a short text; in UTF-8.
    package static let textBytesMax = 256

    // Failures
    package static let failureFindingsMax = 256
    package static let failurePairsMax = 32
    /// An object, a value or an expectation; longer ones are cut.
    package static let failureTextBytesMax = 1 << 10

    // Sessions with persons' programs
    /// Requests of one session that may be unanswered; the next is answered BUSY.
    package static let outstandingRequestsMax = 16

    /// The largest frame of a session whose documents may have this size.
    package static func nodeFrameBytesMax(documentBytes: Int) -> Int {
        max(batchBytesMax, documentBytes + envelopeOverheadBytes) + frameSlackBytes
    }
}
