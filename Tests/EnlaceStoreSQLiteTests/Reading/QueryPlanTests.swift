import EnlaceModel
import EnlaceStore
import EnlaceTestSupport
import GRDB
import Testing

@testable import EnlaceStoreSQLite

struct ListCase: Sendable {
    let direction: DocumentQuery.Direction
    let states: Set<DeliveryState>
    let hasPeer: Bool

    init(_ direction: DocumentQuery.Direction, _ states: Set<DeliveryState>, hasPeer: Bool) {
        self.direction = direction
        self.states = states
        self.hasPeer = hasPeer
    }
}

@Suite("Lists and queues are found along an index")
struct QueryPlanTests {
    /// Neither a scan of a table nor a sort that grows with the store.
    private func expectAlongIndex(
        _ plan: [String], allowingMergeSort: Bool = false,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let scans = plan.filter { line in
            line.hasPrefix("SCAN") && !line.contains("USING") && !line.contains("(subquery")
                && line != "SCAN d"
        }
        #expect(scans.isEmpty, "\(plan)", sourceLocation: sourceLocation)
        if !allowingMergeSort {
            let sorts = plan.filter { $0.contains("TEMP B-TREE") }
            #expect(sorts.isEmpty, "\(plan)", sourceLocation: sourceLocation)
        }
    }

    private func plan(_ sql: String, _ arguments: StatementArguments) async throws -> [String] {
        let folder = try StoreFolder()
        let store = try await folder.create()
        let plan = try await store.pool.read { db in
            try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + sql, arguments: arguments)
                .map { $0["detail"] as String }
        }
        try await store.close()
        return plan
    }

    @Test("what is due is a range of the queue's index, already in its order")
    func due() async throws {
        let plan = try await plan(DueQuery.sql, ["MX-FGR-FEVIMTRA", 1, 1])
        expectAlongIndex(plan)
        #expect(plan.first?.contains("deliveries_due (recipient=?)") == true)
    }

    @Test(
        "pages need no sort of everything",
        arguments: [
            ListCase(.both, [], hasPeer: false), ListCase(.incoming, [], hasPeer: false),
            ListCase(.both, [], hasPeer: true), ListCase(.incoming, [.received], hasPeer: false),
            ListCase(.outgoing, [.queued, .sent, .rejected], hasPeer: true),
        ])
    func pages(_ list: ListCase) async throws {
        let query = DocumentQuery(
            direction: list.direction, states: list.states, types: ["LEAD"],
            peer: list.hasPeer ? Fixture.fevimtra : nil, threadID: nil,
            readableBy: Fixture.officer(), cursor: "1000", limit: 50)
        let listing = try DocumentListing(query)
        let plan = try await plan(listing.sql, listing.allArguments)
        expectAlongIndex(plan, allowingMergeSort: !list.states.isEmpty || list.hasPeer)
        // Whether a document has a row for the peer is one look at its own rows.
        let looks = plan.filter { $0.hasPrefix("SEARCH p ") }
        #expect(looks.isEmpty == !list.hasPeer)
        #expect(looks.allSatisfy { $0.contains("PRIMARY KEY (document=?)") }, "\(plan)")
    }

    @Test("a thread is found by its index")
    func thread() async throws {
        let query = DocumentQuery(
            direction: .both, states: [], types: [], peer: Fixture.fevimtra,
            threadID: Fixture.messageID(1), readableBy: nil, cursor: nil, limit: 50)
        let listing = try DocumentListing(query)
        let plan = try await plan(listing.sql, listing.allArguments)
        #expect(plan.contains { $0.contains("documents_by_thread") }, "\(plan)")
        expectAlongIndex(plan)
    }

    @Test("counting states sorts nothing")
    func counts() async throws {
        expectAlongIndex(try await plan(Database.countsSQL, []))
    }
}
