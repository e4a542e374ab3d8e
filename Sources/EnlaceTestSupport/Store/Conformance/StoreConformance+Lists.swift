import EnlaceLog
import EnlaceModel
import EnlaceStore
import Testing

extension StoreConformance {
    /// Own leads 1 to 3, an own report 4 to another node, and 11 and 12 received.
    private static func fill(_ bench: StoreBench) async throws {
        var peer = PeerLog()
        try await bench.submitAndSeal(.fixture(1))
        try await bench.submit(.fixture(2, thread: 1))
        try await bench.submit(.fixture(3))
        try await bench.submit(.fixture(4, recipients: [Fixture.fbi], schema: "IR/1.0"))
        _ = try await bench.store.recordPeerBatch(
            peer.batch(sealing: [
                .fixture(11, origin: Fixture.fevimtra, recipients: [Fixture.hsi], thread: 1),
                .fixture(
                    12, origin: Fixture.fevimtra, recipients: [Fixture.hsi], schema: "ACK/1.0"),
            ]))
    }

    private static func own(_ numbers: Int...) -> [DocumentIdentity] {
        numbers.map { Fixture.identity($0, of: $0 > 10 ? Fixture.fevimtra : Fixture.hsi) }
    }

    static let lists: [StorePromise] = [
        StorePromise("lists come newest first and every condition narrows them") { bench in
            try await fill(bench)
            #expect(try await bench.page().identities == own(12, 11, 4, 3, 2, 1))
            #expect(try await bench.page(.incoming).identities == own(12, 11))
            #expect(try await bench.page(.outgoing).identities == own(4, 3, 2, 1))
            #expect(try await bench.page(states: [.queued]).identities == own(4, 3, 2))
            #expect(
                try await bench.page(states: [.sent, .received]).identities == own(12, 11, 1))
            #expect(try await bench.page(types: ["IR", "ACK"]).identities == own(12, 4))
            #expect(try await bench.page(peer: Fixture.fbi).identities == own(4))
            #expect(
                try await bench.page(peer: Fixture.fevimtra).identities
                    == own(12, 11, 3, 2, 1))
            #expect(
                try await bench.page(thread: Fixture.messageID(1)).identities == own(11, 2, 1))
            #expect(
                try await bench.page(
                    states: [.queued, .received], thread: Fixture.messageID(1)
                ).identities == own(11, 2))
            #expect(
                try await bench.page(
                    .outgoing, states: [.queued], types: ["LEAD"], peer: Fixture.fevimtra,
                    thread: Fixture.messageID(1)
                ).identities == own(2))
        },
        StorePromise("pages by cursor neither repeat nor skip while new documents arrive") {
            bench in
            for number in 1...7 { try await bench.submit(.fixture(number)) }
            let first = try await bench.page(.outgoing, limit: 3)
            try await bench.submit(.fixture(8))
            let second = try await bench.page(.outgoing, cursor: first.nextCursor, limit: 3)
            let third = try await bench.page(.outgoing, cursor: second.nextCursor, limit: 3)
            #expect(first.identities == own(7, 6, 5))
            #expect(second.identities == own(4, 3, 2))
            #expect(third.identities == own(1))
            #expect(first.nextCursor != nil && third.nextCursor == nil)
            #expect(try await bench.page(limit: 8).nextCursor == nil)
            #expect(try await bench.page(states: [.queued], limit: 2).identities == own(8, 7))
        },
        StorePromise(
            "a cursor from elsewhere is refused",
            check: { bench in
                for text in ["x", "-1", "", "01", "1 or 1"] {
                    await bench.expectFailure(.valueOutOfRange) {
                        _ = try await bench.page(cursor: text)
                    }
                }
            }),
        StorePromise("TLP:RED is listed for its author and the officers named only") { bench in
            let named = Fixture.officer("n-1")
            try await bench.submit(
                .fixture(1, trafficLight: .red, author: "w-1", namedOfficers: [named]))
            try await bench.submit(.fixture(2, trafficLight: .red, author: "w-1"))
            try await bench.submit(.fixture(3))
            let lists: [(String, [DocumentIdentity])] = [
                ("w-1", own(3, 2, 1)), ("n-1", own(3, 1)), ("n-11", own(3)), ("x-1", own(3)),
            ]
            for (name, expected) in lists {
                let page = try await bench.page(readableBy: Fixture.officer(name))
                #expect(page.identities == expected)
            }
        },
        StorePromise("a document is found by its reference and by its message identifier") {
            bench in
            try await fill(bench)
            let own = try await bench.store.documents(named: "US-DHS-HSI-NYC/2026/000002")
            #expect(own.map(\.document.identity) == [Fixture.identity(2)])
            let received = try await bench.store.documents(named: Fixture.messageID(11).text)
            #expect(
                received.map(\.document.identity) == [Fixture.identity(11, of: Fixture.fevimtra)])
            #expect(received.first?.deliveries.map(\.state) == [.received])
            for text in ["US-DHS-HSI-NYC/2026/000099", "nothing", "", "'"] {
                #expect(try await bench.store.documents(named: text).isEmpty)
            }
        },
        StorePromise("rows are counted by state and other node") { bench in
            try await fill(bench)
            #expect(
                try await bench.store.deliveryCounts() == [
                    Fixture.fevimtra: [.sent: 1, .queued: 2, .received: 2],
                    Fixture.fbi: [.queued: 1],
                ])
        },
        StorePromise("rewrapping writes the keys of one epoch anew, all or none") { bench in
            try await bench.submit(.fixture(1))
            try await bench.submit(.fixture(2))
            var newer = DocumentRecord.fixture(3)
            newer.protected = .fixture(3, epoch: 2)
            try await bench.submit(newer)
            await bench.expectFailure(.keyMissing) {
                _ = try await bench.store.recordRewrapping(epoch: 1) { bytes in
                    guard bytes == .fixture(1) else {
                        throw ModelError(.keyMissing, object: "epoch")
                    }
                    return .fixture(99, epoch: 2)
                }
            }
            #expect(
                try await bench.store.document(Fixture.identity(1))?.document.protected
                    == .fixture(1))
            let count = try await bench.store.recordRewrapping(epoch: 1) { bytes in
                ProtectedBytes(
                    epoch: 2, wrappedKey: bytes.wrappedKey.reversed(), nonce: bytes.nonce,
                    ciphertext: bytes.ciphertext)
            }
            #expect(count == 2)
            let item = try #require(try await bench.store.document(Fixture.identity(2)))
            #expect(item.document.protected.epoch == 2)
            #expect(
                item.document.protected.wrappedKey
                    == ProtectedBytes.fixture(2).wrappedKey.reversed())
            #expect(
                item.document.protected.ciphertext == ProtectedBytes.fixture(2).ciphertext)
        },
    ]
}
