import EnlaceLog
import EnlaceModel
import EnlaceStore

/// Everything an `InMemoryStore` holds; its extensions are the transactions.
struct InMemoryState: Sendable {
    struct Document: Sendable {
        let record: DocumentRecord
        let isOncePerTarget: Bool
        /// In the order of the recipients' names.
        var deliveries: [DeliveryRecord]
        var readings: [ReadingRecord] = []
        var protected: ProtectedBytes
    }

    struct Log: Sendable {
        let isOwn: Bool
        var entries: [[UInt8]] = []
        var edge = TreeEdge()
        var checkpoints: [UInt64: CheckpointRecord] = [:]
        var cosignature: CosignatureRecord?
    }

    struct DirectoryKey: Hashable, Sendable {
        let node: NodeID
        let version: UInt32
    }

    struct Evidence: Sendable {
        let peer: NodeID
        let code: ErrorCode
        let frame: [UInt8]
        let at: Timestamp
    }

    let identity: StoreIdentity
    let hasher: TreeHasher
    var isClosed = false

    /// In the order of storing; a document's sequence number is its place, counted from 1.
    var documents: [Document] = []
    var places: [DocumentIdentity: Int] = [:]
    var heldEffects: [DocumentIdentity: [DeliveryEffect]] = [:]
    var envelopes: [NodeID: [UInt64: EnvelopeInFlight]] = [:]
    var serials: [Int: Int] = [:]
    var logs: [LogOrigin: Log] = [:]
    var peers: [NodeID: PeerRecord] = [:]
    var evidence: [Evidence] = []
    var officers: [OfficerID: OfficerRecord] = [:]
    var proposals: [MessageID: ProposalRecord] = [:]
    var directories: [DirectoryKey: DirectoryRecord] = [:]

    init(identity: StoreIdentity, hasher: TreeHasher) {
        self.identity = identity
        self.hasher = hasher
    }
}
