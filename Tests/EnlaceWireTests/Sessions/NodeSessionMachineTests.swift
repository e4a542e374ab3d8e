import EnlaceModel
import Testing

@testable import EnlaceWire

@Suite("NodeSessionMachine")
struct NodeSessionMachineTests {
    private let peer: NodeID
    private let own: PeerHello
    private let theirs: PeerHello

    init() throws {
        peer = try NodeID("MX-FGR-FEVIMTRA")
        own = try Fixtures.hello()
        theirs = try Fixtures.hello(from: "MX-FGR-FEVIMTRA", to: "US-DHS-HSI")
    }

    private func opened() -> NodeSessionMachine {
        var machine = NodeSessionMachine(own: own, peer: peer)
        _ = machine.handle(.started)
        _ = machine.handle(.received(hello(theirs)))
        return machine
    }

    private func hello(_ hello: PeerHello) -> NodeNodeFrame {
        var frame = NodeNodeFrame()
        frame.hello = hello.message
        return frame
    }

    private func frame(_ build: (inout NodeNodeFrame) -> Void) -> NodeNodeFrame {
        var frame = NodeNodeFrame()
        build(&frame)
        return frame
    }

    /// Actions as one line each.
    private func script(_ actions: [NodeSessionMachine.Action]) -> [String] {
        actions.map { action in
            switch action {
            case .send(let frame): "send \(word(frame))"
            case .opened(let hello, let terms): "opened \(hello.node) \(terms.protocolVersion)"
            case .deliver(.batch(let batch)): "deliver batch \(batch.oldSize)"
            case .deliver(.card): "deliver card"
            case .deliver(.directory(let version, _)): "deliver directory \(version)"
            case .deliver(.deferral(let deferral)): "deliver defer \(deferral.code)"
            case .close(let end): "close \(word(end))"
            }
        }
    }

    private func word(_ frame: NodeNodeFrame) -> String {
        switch frame.body {
        case .hello(let hello): "hello \(hello.node)"
        case .refuse(let refuse): "refuse \(refuse.code) \(refuse.heldSize)"
        case .ping(let ping): "ping \(ping.number)"
        case .pong(let pong): "pong \(pong.number)"
        case .goodbye(let goodbye): "goodbye \(goodbye.code)"
        case .batch(let batch): "batch \(batch.oldSize)"
        default: "other"
        }
    }

    private func word(_ end: SessionEnd) -> String {
        switch end {
        case .stopped(let code): "stopped \(code.rawValue)"
        case .goodbye(let code): "goodbye \(code)"
        case .refused(let code, let size): "refused \(code) \(size)"
        case .failed(let error): "failed \(error.code.rawValue)"
        case .linkEnded: "link ended"
        }
    }

    @Test("hello goes out, hello comes in, the session is open")
    func opens() {
        var machine = NodeSessionMachine(own: own, peer: peer)
        #expect(script(machine.handle(.started)) == ["send hello US-DHS-HSI"])
        #expect(
            script(machine.handle(.received(hello(theirs)))) == ["opened MX-FGR-FEVIMTRA 1"])
        let isOpen = machine.isOpen
        #expect(isOpen)
    }

    @Test("batches, cards, directories and deferrals are delivered, own ones sent")
    func exchanges() throws {
        var machine = opened()
        let batch = try Fixtures.batch()
        #expect(script(machine.handle(.say(.batch(batch)))) == ["send batch 10"])
        for (message, line) in [
            (PeerMessage.batch(batch), "deliver batch 10"), (.card([1]), "deliver card"),
            (.directory(version: 4, cms: [1]), "deliver directory 4"),
            (.deferral(.init(heldSize: 1, wait: .seconds(1), code: "BUSY")), "deliver defer BUSY"),
        ] {
            #expect(script(machine.handle(.received(message.frame))) == [line])
        }
    }

    @Test("the newest common version is taken")
    func versions() throws {
        var machine = NodeSessionMachine(own: try Fixtures.hello(versions: 2...5), peer: peer)
        _ = machine.handle(.started)
        var peerHello = theirs
        peerHello.protocolVersions = 1...4
        #expect(
            script(machine.handle(.received(hello(peerHello)))) == ["opened MX-FGR-FEVIMTRA 4"])
    }

    @Test("hellos that do not fit are refused with the reason")
    func helloFaults() throws {
        var noVersion = theirs
        noVersion.protocolVersions = 2...3
        var noEnvelope = theirs
        noEnvelope.envelopeVersions = [9]
        var live = theirs
        live.environment = .live
        let impostor = try Fixtures.hello(from: "MX-OTHER", to: "US-DHS-HSI")
        var broken = hello(theirs)
        broken.hello.node = "x"
        for (frame, code) in [
            (hello(noVersion), "PROTOCOL_VERSION"), (hello(noEnvelope), "PROTOCOL_VERSION"),
            (hello(live), "ENVIRONMENT_MISMATCH"), (hello(impostor), "CERTIFICATE_WRONG_NAME"),
            (broken, "FRAME_MALFORMED"), (self.frame { $0.ping.number = 1 }, "PROTOCOL_VIOLATION"),
            (NodeNodeFrame(), "PROTOCOL_VIOLATION"),
        ] {
            var machine = NodeSessionMachine(own: own, peer: peer)
            _ = machine.handle(.started)
            #expect(
                script(machine.handle(.received(frame))) == [
                    "send refuse \(code) 5", "close failed \(code)",
                ])
        }
    }

    @Test("frames that break the rules close an open session")
    func violations() {
        var brokenBatch = NodeNodeFrame()
        brokenBatch.batch.oldSize = .max
        for (frame, code) in [
            (hello(theirs), "PROTOCOL_VIOLATION"), (NodeNodeFrame(), "PROTOCOL_VIOLATION"),
            (self.frame { $0.pong.number = 1 }, "PROTOCOL_VIOLATION"),
            (self.frame { $0.card.cms = .init(wire: []) }, "FRAME_MALFORMED"),
            (brokenBatch, "FRAME_MALFORMED"),
        ] {
            var machine = opened()
            #expect(
                script(machine.handle(.received(frame))) == [
                    "send refuse \(code) 5", "close failed \(code)",
                ])
            #expect(machine.handle(.received(frame)).isEmpty)
            #expect(machine.handle(.stop(.shuttingDown)).isEmpty)
        }
    }

    @Test("a quiet peer is pinged, a silent one is given up")
    func liveness() {
        var machine = opened()
        #expect(script(machine.handle(.tick)).isEmpty)
        #expect(script(machine.handle(.tick)) == ["send ping 1"])
        #expect(script(machine.handle(.received(frame { $0.pong.number = 1 }))).isEmpty)
        #expect(script(machine.handle(.tick)).isEmpty)
        #expect(script(machine.handle(.tick)) == ["send ping 2"])
        #expect(
            script(machine.handle(.tick)) == [
                "send refuse SESSION_TIMEOUT 5", "close failed SESSION_TIMEOUT",
            ])
    }

    @Test("a ping is answered by its number")
    func pong() {
        var machine = opened()
        #expect(
            script(machine.handle(.received(frame { $0.ping.number = 77 }))) == ["send pong 77"])
    }

    @Test("a peer that says no hello is given up at the first tick")
    func helloOverdue() {
        var machine = NodeSessionMachine(own: own, peer: peer)
        _ = machine.handle(.started)
        #expect(
            script(machine.handle(.tick)) == [
                "send refuse SESSION_TIMEOUT 5", "close failed SESSION_TIMEOUT",
            ])
    }

    @Test("each way to end is told apart")
    func ends() {
        var stopped = opened()
        #expect(
            script(stopped.handle(.stop(.shuttingDown))) == [
                "send goodbye SHUTTING_DOWN", "close stopped SHUTTING_DOWN",
            ])
        var left = opened()
        #expect(
            script(left.handle(.received(frame { $0.goodbye.code = "SHUTTING_DOWN" }))) == [
                "close goodbye SHUTTING_DOWN"
            ])
        var refused = opened()
        let refusal = frame {
            $0.refuse.code = "LOG_CONFLICT\u{1B}"
            $0.refuse.heldSize = 8
        }
        #expect(
            script(refused.handle(.received(refusal))) == [
                "close refused LOG_CONFLICT⟨U+001B⟩ 8"
            ])
        var refusing = opened()
        #expect(
            script(refusing.handle(.refuse(.logInconsistent, heldSize: 9))) == [
                "send refuse LOG_INCONSISTENT 9", "close failed LOG_INCONSISTENT",
            ])
        var cut = opened()
        #expect(script(cut.handle(.linkEnded)) == ["close link ended"])
        let isClosed = cut.isClosed
        #expect(isClosed)
    }

    @Test("saying something before the hello of the peer closes the session")
    func tooEarly() {
        var machine = NodeSessionMachine(own: own, peer: peer)
        _ = machine.handle(.started)
        #expect(
            script(machine.handle(.say(.card([1])))) == [
                "send refuse PROTOCOL_VIOLATION 5", "close failed PROTOCOL_VIOLATION",
            ])
    }

    @Test("two machines open a session with each other")
    func both() {
        var here = NodeSessionMachine(own: own, peer: peer)
        var there = NodeSessionMachine(own: theirs, peer: own.node)
        guard case .send(let first)? = here.handle(.started).first,
            case .send(let second)? = there.handle(.started).first
        else {
            Issue.record("no hello")
            return
        }
        #expect(script(here.handle(.received(second))) == ["opened MX-FGR-FEVIMTRA 1"])
        #expect(script(there.handle(.received(first))) == ["opened US-DHS-HSI 1"])
    }
}
