import EnlaceLog
import EnlaceModel
import EnlaceStore
import Testing

/// A store under test with the steps that many promises need.
struct StoreBench: Sendable {
    let store: any Store
    let own = Fixture.channel(of: Fixture.hsi, to: Fixture.fevimtra)
    let start = ManualClock.start

    func prepare() async throws {
        _ = try await store.createLog(store.identity.localLog, first: Fixture.keys())
        _ = try await store.createLog(own, first: Fixture.keys())
    }

    func time(_ seconds: Int) -> Timestamp { start.advanced(by: .seconds(seconds)) }

    @discardableResult
    func submit(_ document: DocumentRecord) async throws -> DocumentRecord {
        let outcome = try await store.recordSubmission(.fixture(document))
        #expect(outcome == .stored)
        return document
    }

    /// Submits and seals; gives the index of the SENT entry.
    @discardableResult
    func submitAndSeal(_ document: DocumentRecord) async throws -> UInt64 {
        try await submit(document)
        return try await seal(document)
    }

    @discardableResult
    func seal(_ document: DocumentRecord, attempt: UInt32 = 1) async throws -> UInt64 {
        let record = SealingRecord.fixture([.fixture(document, attempt: attempt)])
        return try #require(try await store.recordSealing(record)).firstIndex
    }

    func row(_ document: DocumentRecord, _ recipient: NodeID = Fixture.fevimtra) async throws
        -> DeliveryRecord
    {
        let item = try #require(try await store.document(document.identity))
        return try #require(item.deliveries.first { $0.recipient == recipient })
    }

    func size(_ origin: LogOrigin) async throws -> UInt64 {
        try #require(try await store.log(origin)).edge.size
    }

    func entries(_ origin: LogOrigin, from index: UInt64 = 0) async throws -> [LogEntry] {
        try await store.entries(of: origin, from: index, limit: 10_000).enumerated().map {
            try LogEntry($1, at: index + UInt64($0))
        }
    }

    /// The stored edge is the one that hashing the stored entries again gives.
    func expectSoundLog(_ origin: LogOrigin) async throws {
        let log = try #require(try await store.log(origin))
        var edge = TreeEdge()
        for bytes in try await store.entries(of: origin, from: 0, limit: 1_000_000) {
            _ = try LogEntry(bytes, at: edge.size)
            edge.append(leaf: TestHasher.tree.leaf(bytes), hasher: TestHasher.tree)
        }
        #expect(edge == log.edge)
    }

    func page(
        _ direction: DocumentQuery.Direction = .both, states: Set<DeliveryState> = [],
        types: Set<String> = [], peer: NodeID? = nil, thread: MessageID? = nil,
        readableBy: OfficerID? = nil, cursor: String? = nil, limit: Int = 100
    ) async throws -> DocumentPage {
        try await store.documents(
            DocumentQuery(
                direction: direction, states: states, types: types, peer: peer, threadID: thread,
                readableBy: readableBy, cursor: cursor, limit: limit))
    }

    func expectFailure(
        _ code: ErrorCode, sourceLocation: SourceLocation = #_sourceLocation,
        _ body: () async throws -> Void
    ) async {
        do {
            try await body()
            Issue.record("nothing was thrown", sourceLocation: sourceLocation)
        } catch {
            let thrown = (error as? StoreError)?.code
            #expect(thrown == code, sourceLocation: sourceLocation)
        }
    }
}

extension DocumentPage {
    var identities: [DocumentIdentity] { items.map(\.document.identity) }
}
