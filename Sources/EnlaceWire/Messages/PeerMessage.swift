import EnlaceModel

/// What two nodes say to each other in an open session, with sizes and counts checked.
package enum PeerMessage: Sendable, Equatable {
    /// CMS of the sender's card.
    case card([UInt8])
    /// CMS of the sender's officer directory.
    case directory(version: UInt32, cms: [UInt8])
    case batch(UnverifiedBatch)
    case deferral(Deferral)

    /// Nothing of a batch was stored, for reasons of the receiver's own.
    package struct Deferral: Sendable, Equatable {
        /// Send again from this size on.
        package let heldSize: UInt64
        package let wait: Duration
        /// A stable code, as text because it may be newer than this program.
        package let code: String

        package init(heldSize: UInt64, wait: Duration, code: String) {
            self.heldSize = heldSize
            self.wait = wait
            self.code = code
        }
    }

    package var frame: NodeNodeFrame {
        var frame = NodeNodeFrame()
        switch self {
        case .card(let cms): frame.card.cms = .init(wire: cms)
        case .directory(let version, let cms):
            frame.directory.version = version
            frame.directory.cms = .init(wire: cms)
        case .batch(let batch): frame.batch = batch.message
        case .deferral(let deferral):
            frame.defer.heldSize = deferral.heldSize
            frame.defer.waitMilliseconds = deferral.wait.wireMilliseconds
            frame.defer.code = deferral.code
        }
        return frame
    }
}

extension PeerMessage {
    init(card: NodeCard) throws(WireError) {
        guard (1...WireLimits.cardBytesMax).contains(card.cms.count) else {
            throw .malformed("card", "\(card.cms.count) bytes")
        }
        self = .card(card.cms.wireBytes)
    }

    init(directory: NodeDirectory) throws(WireError) {
        guard (1...WireLimits.directoryBytesMax).contains(directory.cms.count) else {
            throw .malformed("directory", "\(directory.cms.count) bytes")
        }
        self = .directory(version: directory.version, cms: directory.cms.wireBytes)
    }

    init(deferral: NodeDefer) throws(WireError) {
        guard deferral.code.utf8.count <= WireLimits.textBytesMax else {
            throw .malformed("defer", "code")
        }
        self = .deferral(
            Deferral(
                heldSize: deferral.heldSize,
                wait: .milliseconds(Int64(clamping: deferral.waitMilliseconds)),
                code: VisibleText.make(deferral.code)))
    }
}

extension Duration {
    /// Whole milliseconds; a negative duration counts as none.
    var wireMilliseconds: UInt64 {
        let parts = components
        guard parts.seconds >= 0, parts.attoseconds >= 0 else { return 0 }
        let seconds = UInt64(parts.seconds).multipliedReportingOverflow(by: 1000)
        return seconds.overflow
            ? .max : seconds.partialValue &+ UInt64(parts.attoseconds / 1_000_000_000_000_000)
    }
}
