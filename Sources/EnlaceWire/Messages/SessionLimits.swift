/// What one side takes; of two sides the smaller value counts.
package struct SessionLimits: Sendable, Hashable {
    /// A document as signed, in bytes.
    package let documentBytes: Int
    package let batchEntries: Int
    /// Entries, clear headers and envelopes of one batch together, unless it is a single envelope.
    package let batchBytes: Int

    /// What this program takes unless configured otherwise.
    package static let standard = SessionLimits(
        documentBytes: WireLimits.documentBytesMax, batchEntries: WireLimits.batchEntriesMax,
        batchBytes: WireLimits.batchBytesMax)

    /// Values outside what the protocol allows are brought inside.
    package init(documentBytes: Int, batchEntries: Int, batchBytes: Int) {
        self.documentBytes = min(max(documentBytes, 1), WireLimits.documentBytesNegotiable)
        self.batchEntries = min(max(batchEntries, 1), WireLimits.batchEntriesMax)
        self.batchBytes = min(max(batchBytes, 1), WireLimits.batchBytesMax)
    }

    /// The envelope of the largest document.
    package var envelopeBytes: Int { documentBytes + WireLimits.envelopeOverheadBytes }

    /// What both sides take.
    package func common(with other: SessionLimits) -> SessionLimits {
        SessionLimits(
            documentBytes: min(documentBytes, other.documentBytes),
            batchEntries: min(batchEntries, other.batchEntries),
            batchBytes: min(batchBytes, other.batchBytes))
    }
}
