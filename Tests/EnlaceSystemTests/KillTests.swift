import EnlaceModel
import EnlaceTestSupport
import Synchronization
import Testing

extension SystemTests {
    @Suite struct KillTests {
        private static let leadCount = 1000
        private static let leadBytes = 2048
        private static let patience = Duration.seconds(60)

        /// What the origin has answered so far, and when to pull the plug.
        private final class Taken: Sendable {
            private let answers = Mutex<[MessageID: Bool]>([:])
            private let limit: Int
            private let plug: @Sendable () -> Void

            init(pullingAt limit: Int = .max, _ plug: @escaping @Sendable () -> Void = {}) {
                self.limit = limit
                self.plug = plug
            }

            /// By message identifier: whether the lead had been there before it was submitted.
            var all: [MessageID: Bool] { answers.withLock { $0 } }

            func note(_ lead: LoadGenerator.Lead, wasThere: Bool) {
                let count = answers.withLock { answers in
                    answers[lead.id] = wasThere
                    return answers.count
                }
                if count == limit { plug() }
            }
        }

        @Test("kill -9 of either node in the middle of 1,000 leads loses and doubles nothing")
        func kill() async throws {
            try await withPair { pair in
                let generator = LoadGenerator(login: try pair.us.login(.officer), connections: 2)
                let watch = ReceiptWatch(
                    login: try pair.us.login(.auditor), peer: pair.mx.node)
                let before = try await watch.count()
                let leads = try await generator.prepare(
                    Self.leadCount,
                    LeadWriter(
                        author: generator.login, recipients: [pair.mx.node],
                        environment: .training, bytes: Self.leadBytes))

                let first = Taken(pullingAt: 400) { pair.us.kill() }
                await #expect(throws: (any Error).self) {
                    try await generator.submit(leads) { first.note($0, wasThere: $1) }
                }
                try await pair.us.start()

                let second = Taken(pullingAt: 700) { pair.mx.kill() }
                try await generator.submit(leads) { second.note($0, wasThere: $1) }
                #expect(!pair.mx.isRunning)
                try await pair.mx.start()

                // Accepted means on disk: what was answered before the plug was pulled is there.
                #expect(first.all.count >= 400)
                #expect(first.all.keys.filter { second.all[$0] == false } == [])
                try await watch.wait(for: before + leads.count, patience: Self.patience)
                try await verify(pair, Set(leads.map(\.id)))
            }
        }

        private func verify(_ pair: NodePair, _ ids: Set<MessageID>) async throws {
            for node in [pair.us, pair.mx] {
                let verdict = try await node.enlace(["audit", "verify"], as: .auditor)
                #expect(verdict.status == 0, "\(verdict.errors)")
            }
            try await pair.stop()
            let origin = try await pair.audit(pair.us)
            let peer = try await pair.audit(pair.mx)
            #expect(ids.count == Self.leadCount)
            #expect(origin.contradictions(for: ids, at: peer) == [])
            #expect(ids.filter { origin.outgoing[$0]?.state != .received } == [])
        }
    }
}
