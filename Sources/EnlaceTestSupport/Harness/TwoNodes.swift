package import EnlaceBroker
package import EnlaceLog
package import EnlaceModel
package import EnlaceStore

/// A U.S. and a Mexican node in one process that have approved each other, without sockets.
package final class TwoNodes: Sendable {
    package let clock: ManualClock
    package let hsi: TestNode
    package let fevimtra: TestNode

    package init(seed: UInt64 = 1, limits: BrokerLimits = BrokerLimits()) async throws {
        clock = ManualClock()
        hsi = try await TestNode(.hsi, clock: clock, seed: seed, limits: limits)
        fevimtra = try await TestNode(.fevimtra, clock: clock, seed: seed + 1, limits: limits)
        hsi.trust.approve(try fevimtra.asPeer())
        fevimtra.trust.approve(try hsi.asPeer())
    }

    /// Runs a session between both until the body ends; its road may be cut or tampered with.
    package func session<Value: Sendable>(
        framesMax: Int = .max, tamper: @escaping MemoryRoad.Tamper = { _, frame in frame },
        _ body: @Sendable (MemoryRoad) async throws -> Value
    ) async throws -> Value {
        try await Self.session(
            hsi, fevimtra, framesMax: framesMax, tamper: tamper, body)
    }

    package static func session<Value: Sendable>(
        _ dialer: TestNode, _ listener: TestNode, framesMax: Int = .max,
        tamper: @escaping MemoryRoad.Tamper = { _, frame in frame },
        _ body: @Sendable (MemoryRoad) async throws -> Value
    ) async throws -> Value {
        let road = MemoryRoad(
            from: dialer.node, to: listener.node, framesMax: framesMax, tamper: tamper)
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await dialer.broker.run(road.dialer) }
            group.addTask { try await listener.broker.run(road.listener) }
            let value = try await body(road)
            road.cut()
            try await group.waitForAll()
            return value
        }
    }

    /// Runs a session until it ends by itself.
    package func sessionToItsEnd(
        framesMax: Int = .max, tamper: @escaping MemoryRoad.Tamper = { _, frame in frame }
    ) async throws {
        let road = MemoryRoad(
            from: hsi.node, to: fevimtra.node, framesMax: framesMax, tamper: tamper)
        let (hsi, fevimtra) = (hsi, fevimtra)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await hsi.broker.run(road.dialer) }
            group.addTask { try await fevimtra.broker.run(road.listener) }
            try await group.waitForAll()
        }
    }
}

/// Waits until something is so, by looking again whenever other tasks have had their turn; false
/// when it does not come about within the limit.
package func eventually(
    within limit: Duration = .seconds(120), _ condition: () async throws -> Bool
) async rethrows -> Bool {
    let clock = ContinuousClock()
    let end = clock.now.advanced(by: limit)
    while clock.now < end {
        if try await condition() { return true }
        await Task.yield()
    }
    return try await condition()
}

extension TestNode {
    /// The state of a document with a recipient, or of a received one here.
    package func state(
        of identity: DocumentIdentity, with recipient: NodeID
    ) async throws -> DeliveryState? {
        try await row(of: identity, with: recipient)?.state
    }

    package func row(
        of identity: DocumentIdentity, with recipient: NodeID
    ) async throws -> DeliveryRecord? {
        try await store.document(identity)?.deliveries.first { $0.recipient == recipient }
    }

    /// The events of this node's local log, in order.
    package func events() async throws -> [String] {
        try await names(in: store.identity.localLog)
    }

    /// The words of the entries of a log, in order.
    package func names(in log: LogOrigin) async throws -> [String] {
        try await store.entries(of: log, from: 0, limit: 10_000).enumerated()
            .map { try LogEntry($1, at: UInt64($0)).body.name }
    }

    /// Submits and gives the identity.
    package func submit(_ signedBytes: [UInt8]) async throws -> DocumentIdentity {
        try await broker.submit(signedBytes, by: officer.officer).item.document.identity
    }
}

extension TestNode {
    /// Submits a lead for each number.
    package func submitLeads(
        _ numbers: ClosedRange<Int>,
        _ change: (Int, inout LeadOptions) -> Void = { _, _ in }
    ) async throws -> [DocumentIdentity] {
        var leads: [DocumentIdentity] = []
        for number in numbers {
            leads.append(try await submit(lead(number) { change(number, &$0) }))
        }
        return leads
    }
}
