import EnlaceBroker
import EnlaceLog
import EnlaceModel
import EnlaceStore
import EnlaceTestSupport
import EnlaceWire
import Testing

@Suite("Peers that misbehave")
struct MisbehaviourTests {
    /// The last thing that a node said before the session ended.
    private func code(_ node: TestNode, about peer: TestNode) -> ErrorCode? {
        node.broker.dispatcher.status(of: peer.node).lastError
    }

    /// Brings the channel to where both sides hold something of each other.
    private func exchanged() async throws -> (TwoNodes, DocumentIdentity) {
        let nodes = try await TwoNodes()
        let lead = try await nodes.hsi.submit(nodes.hsi.lead())
        try await nodes.session { _ in
            try await expectEventually("received") {
                try await nodes.hsi.state(of: lead, with: nodes.fevimtra.node) == .received
            }
        }
        return (nodes, lead)
    }

    /// Plays the U.S. node by hand: hello, then these batches; gives what the other side said last.
    private func play(
        against mx: TestNode, held: TreeEdge, own: TreeHead, _ batches: [UnverifiedBatch]
    ) async throws -> NodeNodeFrame.OneOf_Body? {
        let road = MemoryRoad(from: Fixture.hsi, to: mx.node)
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await mx.broker.run(road.listener) }
            var hello = NodeNodeFrame()
            let heldHead = TreeHead(held, hasher: TestHasher.tree)
            hello.hello =
                PeerHello(
                    node: Fixture.hsi, environment: Fixture.environment,
                    schemas: DocumentSchemas.accepted, cardVersion: 1, directoryVersion: 0,
                    heldDirectoryVersion: 0,
                    logOrigin: Fixture.channel(of: Fixture.hsi, to: mx.node).text,
                    ownHead: StatedHead(size: own.size, root: own.root),
                    heldHead: StatedHead(size: heldHead.size, root: heldHead.root),
                    clock: mx.clock.now(), software: "by hand"
                ).message
            try await road.dialer.send(hello)
            for batch in batches {
                try? await road.dialer.send(PeerMessage.batch(batch).frame)
            }
            var last: NodeNodeFrame.OneOf_Body?
            for await frame in road.dialer.frames { last = frame.body }
            try await group.waitForAll()
            return last
        }
    }

    private func refusal(_ body: NodeNodeFrame.OneOf_Body?) -> String? {
        if case .refuse(let refuse) = body { return refuse.code }
        return nil
    }

    private func edge(_ node: TestNode, _ log: LogOrigin) async throws -> TreeEdge {
        try #require(try await node.store.log(log)).edge
    }

    private func batch(
        after held: TreeEdge, _ bodies: [EntryBody], at time: Timestamp,
        signing: TreeEdge? = nil
    ) throws -> UnverifiedBatch {
        let log = Fixture.channel(of: Fixture.hsi, to: Fixture.fevimtra)
        var edge = held
        let entries = bodies.enumerated().map { offset, body in
            LogEntry(
                index: held.size + UInt64(offset), draft: Fixture.draft(body, at: time)
            ).encoded
        }
        for entry in entries {
            edge.append(leaf: TestHasher.tree.leaf(entry), hasher: TestHasher.tree)
        }
        let head = TreeHead(signing ?? edge, hasher: TestHasher.tree)
        return try UnverifiedBatch(
            oldSize: held.size, entries: entries, sealed: [],
            checkpoint: TestNodeIdentity.hsi.logSigner(log).signed(
                Checkpoint(origin: log, head: head)
            ).encoded, cosignature: nil)
    }

    private static let log = Fixture.channel(of: Fixture.hsi, to: Fixture.fevimtra)
    private static let back = Fixture.channel(of: Fixture.fevimtra, to: Fixture.hsi)

    @Test("a batch that forks the log is kept as evidence, and the peer is held")
    func fork() async throws {
        let (nodes, _) = try await exchanged()
        let mx = nodes.fevimtra
        let copy = try await edge(mx, Self.log)
        // Another history of the same length, of which the peer signs one entry more.
        var other = TreeEdge()
        for number in 0...copy.size {
            other.append(
                leaf: Fixture.digest("other \(number)"), hasher: TestHasher.tree)
        }
        let forked = try batch(
            after: copy, [.peerCheckpoint(TreeHeadBody(size: 1, root: Fixture.digest("x")))],
            at: mx.clock.now(), signing: other)
        let said = try await play(
            against: mx, held: edge(mx, Self.back), own: TreeHead(copy, hasher: TestHasher.tree),
            [forked])
        #expect(refusal(said) == "LOG_INCONSISTENT")
        #expect(mx.broker.dispatcher.status(of: Fixture.hsi).session == .held)
        #expect(try await mx.events().contains("PEER_MISBEHAVED"))
        #expect(try await edge(mx, Self.log) == copy)
        // Nothing runs with it until a person has looked.
        let road = MemoryRoad(from: Fixture.hsi, to: mx.node)
        try await mx.broker.run(road.listener)
        #expect(road.frameCount == 0)
        mx.broker.endHold(of: Fixture.hsi)
        #expect(mx.broker.dispatcher.status(of: Fixture.hsi).session == .waiting)
    }

    @Test("a receipt for what was never sent, or with other hashes, is misbehaviour")
    func falseReceipts() async throws {
        for number in 0..<3 {
            let (nodes, lead) = try await exchanged()
            let mx = nodes.fevimtra
            let back = try await mx.submit(mx.lead(5) { $0.recipients = [Fixture.hsi] })
            try await nodes.session { _ in
                try await expectEventually("received") {
                    try await mx.state(of: back, with: Fixture.hsi) == .received
                }
            }
            let index = try #require(try await mx.row(of: back, with: Fixture.hsi)?.sentIndex)
            let body = ReceivedBody(
                sentIndex: number == 0 ? 0 : index,
                messageID: number == 1 ? lead.messageID : back.messageID,
                clearHeader: Fixture.digest("a"), envelope: Fixture.digest("b"),
                content: Fixture.digest("c"))
            let copy = try await edge(mx, Self.log)
            let said = try await play(
                against: mx, held: edge(mx, Self.back),
                own: TreeHead(copy, hasher: TestHasher.tree),
                [batch(after: copy, [.received(body)], at: mx.clock.now())])
            #expect(refusal(said) == "LOG_INCONSISTENT")
            #expect(mx.broker.dispatcher.status(of: Fixture.hsi).session == .held)
            #expect(try await edge(mx, Self.log) == copy)
        }
    }

    @Test("a peer that lost part of its log is refused, and so is a node that lost part of its own")
    func rolledBack() async throws {
        let (nodes, _) = try await exchanged()
        let mx = nodes.fevimtra
        let copy = try await edge(mx, Self.log)
        let back = try await edge(mx, Self.back)
        let short = TreeHead(size: copy.size - 1, root: Fixture.digest("earlier"))
        #expect(
            refusal(try await play(against: mx, held: back, own: short, [])) == "LOG_ROLLED_BACK")
        var ahead = back
        ahead.append(leaf: Fixture.digest("lost here"), hasher: TestHasher.tree)
        let own = TreeHead(copy, hasher: TestHasher.tree)
        #expect(
            refusal(try await play(against: mx, held: ahead, own: own, [])) == "LOG_ROLLED_BACK")
        var other = TreeEdge()
        for number in 0..<back.size {
            other.append(leaf: Fixture.digest("\(number)"), hasher: TestHasher.tree)
        }
        #expect(
            refusal(try await play(against: mx, held: other, own: own, []))
                == "LOG_INCONSISTENT")
        #expect(mx.broker.dispatcher.status(of: Fixture.hsi).session == .waiting)
    }

    @Test("a batch behind a gap ends the session and stores nothing")
    func gap() async throws {
        let (nodes, _) = try await exchanged()
        let mx = nodes.fevimtra
        let copy = try await edge(mx, Self.log)
        var later = copy
        later.append(leaf: Fixture.digest("left out"), hasher: TestHasher.tree)
        let anchor = EntryBody.localAnchor(TreeHeadBody(size: 1, root: Fixture.digest("x")))
        let said = try await play(
            against: mx, held: edge(mx, Self.back),
            own: TreeHead(later, hasher: TestHasher.tree),
            [batch(after: later, [anchor], at: mx.clock.now())])
        #expect(refusal(said) == "LOG_CONFLICT")
        #expect(try await edge(mx, Self.log) == copy)
        #expect(mx.broker.dispatcher.status(of: Fixture.hsi).session == .waiting)
    }

    @Test("a checkpoint that another key signed is refused")
    func wrongKey() async throws {
        let (nodes, _) = try await exchanged()
        let mx = nodes.fevimtra
        let copy = try await edge(mx, Self.log)
        let anchor = EntryBody.localAnchor(TreeHeadBody(size: 1, root: Fixture.digest("x")))
        let right = try batch(after: copy, [anchor], at: mx.clock.now())
        var edge = copy
        edge.append(leaf: TestHasher.tree.leaf(right.entries[0]), hasher: TestHasher.tree)
        let forged = try TestNodeIdentity.fevimtra.logSigner(Self.log).signed(
            Checkpoint(origin: Self.log, head: TreeHead(edge, hasher: TestHasher.tree)))
        let wrong = try UnverifiedBatch(
            oldSize: right.oldSize, entries: right.entries, sealed: [],
            checkpoint: forged.encoded, cosignature: nil)
        let said = try await play(
            against: mx, held: self.edge(mx, Self.back),
            own: TreeHead(edge, hasher: TestHasher.tree), [wrong])
        #expect(refusal(said) == "LOG_BAD_SIGNATURE")
        #expect(try await self.edge(mx, Self.log) == copy)
    }

    @Test("a false cosignature and one on what was never signed are refused", arguments: 0..<2)
    func falseCosignature(_ number: Int) async throws {
        let (nodes, _) = try await exchanged()
        let mx = nodes.fevimtra
        let copy = try await edge(mx, Self.log)
        let back = try await edge(mx, Self.back)
        let anchor = EntryBody.localAnchor(TreeHeadBody(size: 1, root: Fixture.digest("x")))
        let right = try batch(after: copy, [anchor], at: mx.clock.now())
        let head = TreeHead(
            size: back.size + UInt64(number), root: Fixture.digest("never signed"))
        let line = try TestNodeIdentity.hsi.cosignature(
            on: Checkpoint(origin: Self.back, head: head), at: mx.clock.now())
        let wrong = try UnverifiedBatch(
            oldSize: right.oldSize, entries: right.entries, sealed: [],
            checkpoint: right.checkpoint, cosignature: .init(size: head.size, line: line))
        let said = try await play(
            against: mx, held: back, own: TreeHead(copy, hasher: TestHasher.tree), [wrong])
        #expect(refusal(said) == "LOG_BAD_SIGNATURE")
        #expect(try await edge(mx, Self.log) == copy)
    }

    @Test("a link of a node that is not an approved peer carries no frame")
    func stranger() async throws {
        let nodes = try await TwoNodes()
        nodes.fevimtra.trust.remove(Fixture.hsi)
        let road = MemoryRoad(from: Fixture.hsi, to: Fixture.fevimtra)
        try await nodes.fevimtra.broker.run(road.listener)
        #expect(road.frameCount == 0)
        #expect(road.isCut)
    }
}
