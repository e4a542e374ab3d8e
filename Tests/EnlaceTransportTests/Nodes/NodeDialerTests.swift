import EnlaceCrypto
import EnlaceModel
import Synchronization
import Testing

@testable import EnlaceTransport

@Suite("NodeDialer")
struct NodeDialerTests {
    @Test("nobody at the address is UNREACHABLE with the reason")
    func unreachable() async throws {
        let pair = try await NodePair()
        let nobody = NetworkAddress(host: "127.0.0.1", port: 1)
        let error = await #expect(throws: TransportError.self) {
            try await pair.dialer.dial(pair.identities.mxNode, at: nobody) { _ in }
        }
        #expect(error?.code == .unreachable)
        #expect(error?.context["reason"] == "connection refused")
    }

    @Test("another node at the address is CERTIFICATE_WRONG_NAME")
    func wrongName() async throws {
        let pair = try await NodePair()
        try await beside({ try await pair.listener.run(NodePair.echo) }) {
            await #expect(throws: TransportError(.certificateWrongName, object: "")) {
                let other = try NodeID("MX-OTHER")
                try await pair.dialer.dial(other, at: pair.listener.address) { _ in }
            }
        }
    }

    @Test("a listener that says nothing is given up after the handshake timeout")
    func silentListener() async throws {
        var limits = TransportLimits()
        limits.handshakeTimeout = .milliseconds(200)
        limits.closeTimeout = .milliseconds(200)
        let pair = try await NodePair(dialerLimits: limits)
        let silent = try await SilentPort.bind()
        defer { silent.close() }
        try await within {
            await #expect(throws: TransportError(.sessionTimeout, object: "")) {
                try await pair.dialer.dial(pair.identities.mxNode, at: silent.address) { _ in }
            }
        }
    }

    @Test("failed dials are repeated with growing waits over all addresses until cancelled")
    func backOff() async throws {
        let waits = Mutex<[Duration]>([])
        let failures = Mutex<[ErrorCode]>([])
        let pair = try await NodePair(pause: { wait in
            let count = waits.withLock { waits in
                waits.append(wait)
                return waits.count
            }
            if count == 5 { throw CancellationError() }
        })
        try await within {
            try await pair.dialer.run(
                pair.identities.mxNode,
                addresses: {
                    [
                        NetworkAddress(host: "127.0.0.1", port: 1),
                        NetworkAddress(host: "127.0.0.1", port: 2),
                    ]
                }, note: { error in failures.withLock { $0.append(error.code) } }
            ) { _ in }
        }
        let seen = waits.withLock { $0 }
        #expect(seen.count == 5)
        #expect(
            zip(seen, seen.dropFirst()).allSatisfy { $1 - $0 * 2 < .milliseconds(1) && $1 > $0 })
        #expect(failures.withLock { $0 } == Array(repeating: .unreachable, count: 5))
    }

    @Test("a good session begins the waits again, a short one does not", arguments: [true, false])
    func reset(isGood: Bool) async throws {
        var limits = TransportLimits()
        limits.goodSessionMin = isGood ? .zero : .seconds(3600)
        let waits = Mutex<[Duration]>([])
        let pair = try await NodePair(
            dialerLimits: limits,
            pause: { wait in
                let count = waits.withLock { waits in
                    waits.append(wait)
                    return waits.count
                }
                if count == 3 { throw CancellationError() }
            })
        try await beside({ try await pair.listener.run(NodePair.echo) }) {
            try await pair.dialer.run(
                pair.identities.mxNode, addresses: { [pair.listener.address] }
            ) { _ in }
        }
        let seen = waits.withLock { $0 }
        #expect(seen.count == 3)
        #expect((seen[2] == seen[0]) == isGood)
    }

    @Test("a peer that is connected anyway is not dialled")
    func notWanted() async throws {
        let checks = Mutex(0)
        let pair = try await NodePair(pause: { wait in
            #expect(wait == TransportLimits().redialCheck)
            if checks.withLock({ $0 }) == 3 { throw CancellationError() }
        })
        try await within {
            try await pair.dialer.run(
                pair.identities.mxNode, addresses: { [pair.listener.address] },
                isWanted: {
                    checks.withLock { $0 += 1 }
                    return false
                }
            ) { _ in Issue.record("dialled") }
        }
        #expect(checks.withLock { $0 } == 3)
    }
}
