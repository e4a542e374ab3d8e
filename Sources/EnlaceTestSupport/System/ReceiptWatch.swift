package import EnlaceModel
import EnlaceTransport
import EnlaceWire

/// Waits for the receipts at the origin, seen through its status as an auditor gets it.
package struct ReceiptWatch: Sendable {
    /// Between two looks while much is missing, and near the end: a look counts the rows of the whole
    /// store, so it is not free.
    private static let intervals = (
        early: Duration.milliseconds(250), late: Duration.milliseconds(20)
    )
    private static let words: Set = ["RECEIVED", "READ", "ACKNOWLEDGED"]

    private let login: ProfileLogin
    private let peer: NodeID

    /// - Parameter peer: the node that the leads are for.
    package init(login: ProfileLogin, peer: NodeID) {
        self.login = login
        self.peer = peer
    }

    /// How many deliveries to the peer have a receipt, whatever happened to them after it.
    package func count() async throws -> Int {
        try await login.withSession { try await count($0) }
    }

    /// Returns when there are that many; throws when none comes for too long.
    package func wait(for target: Int, patience: Duration) async throws {
        try await login.withSession { session in
            var last = (count: -1, at: ContinuousClock.now)
            while true {
                let count = try await count(session)
                if count >= target { return }
                if count != last.count { last = (count, .now) }
                guard ContinuousClock.now - last.at < patience else {
                    throw ModelError(
                        .notFound, object: "receipts",
                        context: ["found": "\(count)", "expected": "\(target)"])
                }
                let isLate = (target - count) * 20 < target
                await Program.pause(isLate ? Self.intervals.late : Self.intervals.early)
            }
        }
    }

    private func count(_ session: ClientSession) async throws -> Int {
        let response = try await session.request(.status(ClientStatusRequest()))
        let counts = response.status.peers.first { $0.node == peer.text }?.counts ?? []
        return counts.filter { Self.words.contains($0.state) }.reduce(0) { $0 + Int($1.count) }
    }
}
