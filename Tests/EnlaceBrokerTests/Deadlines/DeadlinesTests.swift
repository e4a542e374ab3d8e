import EnlaceBroker
import EnlaceModel
import EnlaceStore
import EnlaceTestSupport
import Testing

@testable import EnlaceBroker

@Suite("Deadlines")
struct DeadlinesTests {
    @Test("what was not received in time expires after the grace, visibly and logged")
    func expiry() async throws {
        let nodes = try await TwoNodes()
        let hsi = nodes.hsi
        let lead = try await hsi.submit(hsi.lead { $0.lifetime = .seconds(60) })
        let lasting = try await hsi.submit(hsi.lead(2))
        let deadlines = Deadlines(context: hsi.broker.context)
        hsi.clock.advance(by: .seconds(359))
        try await deadlines.sweep()
        #expect(try await hsi.state(of: lead, with: Fixture.fevimtra) == .queued)
        hsi.clock.advance(by: .seconds(1))
        try await deadlines.sweep()
        let row = try #require(try await hsi.row(of: lead, with: Fixture.fevimtra))
        #expect(row.state == .expired)
        #expect(row.reason == .expired)
        #expect(try await hsi.state(of: lasting, with: Fixture.fevimtra) == .queued)
        #expect(try await hsi.events().filter { $0 == "EXPIRED" }.count == 1)
    }

    @Test("a document past its time is not sealed any more, even before it has expired")
    func notSealed() async throws {
        let nodes = try await TwoNodes()
        let hsi = nodes.hsi
        let late = try await hsi.submit(hsi.lead(1) { $0.lifetime = .seconds(60) })
        hsi.clock.advance(by: .seconds(60))
        let timely = try await hsi.submit(hsi.lead(2))
        try await nodes.session { _ in
            try await expectEventually("received") {
                try await hsi.state(of: timely, with: Fixture.fevimtra) == .received
            }
        }
        #expect(try await hsi.state(of: late, with: Fixture.fevimtra) == .queued)
    }

    @Test("the sweep runs by its rhythm until it is cancelled")
    func rhythm() async throws {
        let nodes = try await TwoNodes()
        let hsi = nodes.hsi
        let lead = try await hsi.submit(hsi.lead { $0.lifetime = .seconds(60) })
        hsi.clock.advance(by: .seconds(400))
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await hsi.broker.runDeadlines() }
            try await expectEventually("expired") {
                hsi.pacemaker.advance(by: .seconds(5))
                return try await hsi.state(of: lead, with: Fixture.fevimtra) == .expired
            }
            group.cancelAll()
            try await group.waitForAll()
        }
    }
}
