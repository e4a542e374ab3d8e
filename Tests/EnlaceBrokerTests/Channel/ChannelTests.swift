import EnlaceBroker
import EnlaceCrypto
import EnlaceLog
import EnlaceModel
import EnlaceStore
import EnlaceTestSupport
import EnlaceWire
import Testing

@Suite("Channels")
struct ChannelTests {
    @Test("each side's checkpoints are cosigned, at the latest with the anchors")
    func cosignatures() async throws {
        let nodes = try await TwoNodes()
        let (hsi, mx) = (nodes.hsi, nodes.fevimtra)
        let lead = try await hsi.submit(hsi.lead())
        try await nodes.session { _ in
            try await expectEventually("received") {
                try await hsi.state(of: lead, with: mx.node) == .received
            }
            #expect(mx.broker.dispatcher.status(of: hsi.node).uncosignedSince != nil)
            hsi.broker.dispatcher.anchorAll()
            mx.broker.dispatcher.anchorAll()
            for (owner, other) in [(hsi, mx), (mx, hsi)] {
                let log = Fixture.channel(of: owner.node, to: other.node)
                try await expectEventually("cosigned") {
                    try await owner.store.log(log)?.cosignature?.size ?? 0 >= 2
                }
                let record = try #require(try await owner.store.log(log))
                let size = try #require(record.cosignature?.size)
                let kept = try await owner.store.checkpoint(of: log, size: size)
                #expect(kept?.head.size == size)
                try await expectEventually("anchored") {
                    let names = try await owner.names(in: log)
                    return names.contains("LOCAL-ANCHOR") && names.contains("PEER-CHECKPOINT")
                }
            }
        }
    }

    @Test("the officer directory goes before the first document sealed under it")
    func directory() async throws {
        let nodes = try await TwoNodes()
        let (hsi, mx) = (nodes.hsi, nodes.fevimtra)
        let bytes = Array("directory 2".utf8)
        mx.trust.approve(try hsi.asPeer(directoryVersion: 1, knowsOfficers: false))
        mx.trust.expect(directory: bytes, meaning: try hsi.asPeer(directoryVersion: 2))
        hsi.trust.publish(
            PublishedDirectory(version: 2, digest: SHA256.digest(bytes), bytes: bytes))
        let lead = try await hsi.submit(hsi.lead())
        try await nodes.session { _ in
            try await expectEventually("received") {
                try await hsi.state(of: lead, with: mx.node) == .received
            }
        }
        let log = Fixture.channel(of: hsi.node, to: mx.node)
        let names = try await hsi.names(in: log)
        #expect(names.starts(with: ["KEYS", "DIRECTORY", "SENT"]))
        #expect(try await hsi.row(of: lead, with: mx.node)?.attempt == 1)
    }

    @Test("an unknown signer is tried again, with a new attempt, when the directory has come")
    func retry() async throws {
        let nodes = try await TwoNodes()
        let (hsi, mx) = (nodes.hsi, nodes.fevimtra)
        mx.trust.approve(try hsi.asPeer(knowsOfficers: false))
        let lead = try await hsi.submit(hsi.lead())
        try await nodes.session { _ in
            try await expectEventually("queued again") {
                let row = try await hsi.row(of: lead, with: mx.node)
                return row?.attempt == 1 && row?.state == .queued
            }
            let row = try #require(try await hsi.row(of: lead, with: mx.node))
            #expect(row.reason == .signerUnknown)
            let wait = row.nextAttemptAt.since(hsi.clock.now())
            #expect((.seconds(15) ... .seconds(30)).contains(wait))
            mx.trust.approve(try hsi.asPeer())
            hsi.clock.advance(by: .seconds(30))
            hsi.broker.dispatcher.wake(mx.node)
            try await expectEventually("received") {
                try await hsi.state(of: lead, with: mx.node) == .received
            }
        }
        #expect(try await hsi.row(of: lead, with: mx.node)?.attempt == 2)
    }

    @Test("trouble of the receiver's own defers a batch, which comes again after the wait")
    func deferral() async throws {
        let nodes = try await TwoNodes()
        let (hsi, mx) = (nodes.hsi, nodes.fevimtra)
        mx.trust.approve(try hsi.asPeer(trouble: .revocationListStale))
        let leads = try await hsi.submitLeads(1...3)
        try await nodes.session { _ in
            try await expectEventually("deferred") {
                mx.broker.dispatcher.status(of: hsi.node).lastError == .revocationListStale
            }
            mx.trust.approve(try hsi.asPeer())
            try await expectEventually("received") {
                hsi.clock.advance(by: .seconds(1))
                hsi.broker.dispatcher.wake(mx.node)
                return try await hsi.state(of: leads[2], with: mx.node) == .received
            }
        }
        for lead in leads {
            #expect(try await hsi.state(of: lead, with: mx.node) == .received)
            #expect(try await hsi.row(of: lead, with: mx.node)?.attempt == 1)
        }
    }

    @Test("of two connections the one that the lower node dialled stays", arguments: [true, false])
    func bothDial(isLowerFirst: Bool) async throws {
        let nodes = try await TwoNodes()
        let (hsi, mx) = (nodes.hsi, nodes.fevimtra)
        let byMexico = MemoryRoad(from: mx.node, to: hsi.node)
        let byUS = MemoryRoad(from: hsi.node, to: mx.node)
        let (first, second) = isLowerFirst ? (byMexico, byUS) : (byUS, byMexico)
        let lead = try await hsi.submit(hsi.lead())
        try await withThrowingTaskGroup(of: Void.self) { group in
            for road in [first, second] {
                group.addTask { try await Self.run(road, hsi, mx) }
                try await expectEventually("taken up") { road.frameCount >= 2 || road.isCut }
            }
            try await expectEventually("one stays") { byUS.isCut }
            #expect(!byMexico.isCut)
            try await expectEventually("received") {
                try await hsi.state(of: lead, with: mx.node) == .received
            }
            byMexico.cut()
            try await group.waitForAll()
        }
    }

    private static func run(_ road: MemoryRoad, _ hsi: TestNode, _ mx: TestNode) async throws {
        let ends = [road.dialer, road.listener]
        try await withThrowingTaskGroup(of: Void.self) { group in
            for end in ends {
                let node = end.peer == hsi.node ? mx : hsi
                group.addTask { try await node.broker.run(end) }
            }
            try await group.waitForAll()
        }
    }

    @Test("a graceful stop ends the session with a word and without an error")
    func stop() async throws {
        let nodes = try await TwoNodes()
        let (hsi, mx) = (nodes.hsi, nodes.fevimtra)
        let lead = try await hsi.submit(hsi.lead())
        try await nodes.session { road in
            try await expectEventually("received") {
                try await hsi.state(of: lead, with: mx.node) == .received
            }
            await hsi.broker.stop()
            try await expectEventually("ended") { road.isCut }
        }
        #expect(hsi.broker.dispatcher.status(of: mx.node).lastError == nil)
        #expect(mx.broker.dispatcher.status(of: hsi.node).lastError == nil)
    }

    @Test("a peer that does not answer a ping is given up")
    func silence() async throws {
        let nodes = try await TwoNodes()
        let road = MemoryRoad(from: nodes.hsi.node, to: nodes.fevimtra.node)
        let hsi = nodes.hsi
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await hsi.broker.run(road.dialer) }
            try await expectEventually("given up") {
                hsi.pacemaker.advance(by: .seconds(15))
                return road.isCut
            }
            try await group.waitForAll()
        }
        #expect(hsi.broker.dispatcher.status(of: Fixture.fevimtra).lastError == .sessionTimeout)
    }

    @Test("without cosignatures for four hours sealing is held, but life at risk passes")
    func held() async throws {
        let nodes = try await TwoNodes()
        let (hsi, mx) = (nodes.hsi, nodes.fevimtra)
        // The peer takes batches, but nothing that it says about them arrives.
        let tamper: MemoryRoad.Tamper = { from, frame in
            if from == Fixture.fevimtra, case .batch = frame.body { return nil }
            return frame
        }
        try await nodes.session(tamper: tamper) { _ in
            let first = try await hsi.submit(hsi.lead(1))
            try await expectEventually("sent") {
                hsi.broker.dispatcher.status(of: mx.node).uncosignedSince != nil
            }
            #expect(try await hsi.state(of: first, with: mx.node) == .sent)
            hsi.clock.advance(by: .seconds(14_401))
            let routine = try await hsi.submit(hsi.lead(2))
            let immediate = try await hsi.submit(hsi.lead(3) { $0.urgency = .immediate })
            try await expectEventually("life at risk passes") {
                try await hsi.state(of: immediate, with: mx.node) == .sent
            }
            #expect(try await hsi.state(of: routine, with: mx.node) == .queued)
            #expect(hsi.broker.dispatcher.status(of: mx.node).isSealingHeld)
        }
    }

    @Test("wrong clocks raise an alarm and stop no traffic that the grace covers")
    func skew() async throws {
        let hsi = try await TestNode(.hsi, clock: ManualClock(), seed: 1)
        let fast = ManualClock(ManualClock.start.advanced(by: .seconds(290)))
        let mx = try await TestNode(.fevimtra, clock: fast, seed: 2)
        hsi.trust.approve(try mx.asPeer())
        mx.trust.approve(try hsi.asPeer())
        let forth = try await hsi.submit(hsi.lead(1))
        let back = try await mx.submit(mx.lead(2) { $0.recipients = [Fixture.hsi] })
        try await TwoNodes.session(hsi, mx) { _ in
            try await expectEventually("received") {
                guard try await hsi.state(of: forth, with: mx.node) == .received else {
                    return false
                }
                return try await mx.state(of: back, with: hsi.node) == .received
            }
        }
        #expect(hsi.broker.dispatcher.status(of: mx.node).clockOffset == .seconds(290))
        #expect(mx.broker.dispatcher.status(of: hsi.node).clockOffset == .seconds(-290))
        for node in [hsi, mx] { #expect(try await node.events().contains("CLOCK_SKEW")) }
    }

    @Test("routine documents leave room for urgent ones")
    func reservedRoom() async throws {
        var limits = BrokerLimits()
        limits.documentsInFlightMax = 5
        limits.documentsReservedForUrgent = 2
        let nodes = try await TwoNodes(limits: limits)
        let (hsi, mx) = (nodes.hsi, nodes.fevimtra)
        let tamper: MemoryRoad.Tamper = { from, frame in
            if from == Fixture.fevimtra, case .batch = frame.body { return nil }
            return frame
        }
        _ = try await hsi.submitLeads(1...6)
        try await nodes.session(tamper: tamper) { _ in
            try await expectEventually("three of six") {
                try await hsi.store.deliveryCounts()[mx.node]?[.sent] == 3
            }
            let urgent = try await hsi.submit(hsi.lead(7) { $0.urgency = .urgent })
            try await expectEventually("urgent") {
                try await hsi.state(of: urgent, with: mx.node) == .sent
            }
            #expect(try await hsi.store.deliveryCounts()[mx.node]?[.queued] == 3)
        }
    }
}
