import EnlaceModel
import Testing

@testable import EnlaceWire

@Suite("ClientSessionMachine")
struct ClientSessionMachineTests {
    private let officer: OfficerID

    init() throws { officer = try OfficerID("US-DHS-HSI/a7") }

    private func machine() -> ClientSessionMachine {
        ClientSessionMachine(officer: officer, node: officer.node, software: "enlace 0.1")
    }

    private func opened() -> ClientSessionMachine {
        var machine = machine()
        _ = machine.handle(.started)
        _ = machine.handle(.received(hello()))
        return machine
    }

    private func hello(_ node: String = "US-DHS-HSI", version: UInt32 = 1) -> ClientServerFrame {
        var frame = ClientServerFrame()
        frame.hello.node = node
        frame.hello.protocol = version
        return frame
    }

    private func response(_ id: UInt64) -> ClientServerFrame {
        var frame = ClientServerFrame()
        frame.response.id = id
        return frame
    }

    private func refusal(_ code: String) -> ClientServerFrame {
        var frame = ClientServerFrame()
        frame.refused.code = code
        return frame
    }

    private func script(_ actions: [ClientSessionMachine.Action]) -> [String] {
        actions.map { action in
            switch action {
            case .opened(let hello): "opened \(hello.node)"
            case .answer(let response): "answer \(response.id)"
            case .close(let error): "close \(error.code.rawValue)"
            case .send(let frame):
                switch frame.body {
                case .hello(let hello): "hello \(hello.officer)"
                case .request(let request): "request \(request.id)"
                case nil: "nothing"
                }
            }
        }
    }

    @Test("hello, hello, request, answer")
    func session() {
        var machine = machine()
        #expect(script(machine.handle(.started)) == ["hello US-DHS-HSI/a7"])
        #expect(script(machine.handle(.received(hello()))) == ["opened US-DHS-HSI"])
        #expect(script(machine.handle(.ask(ClientRequest()))) == ["request 1"])
        #expect(script(machine.handle(.ask(ClientRequest()))) == ["request 2"])
        #expect(script(machine.handle(.received(response(2)))) == ["answer 2"])
        #expect(script(machine.handle(.received(response(2)))) == ["close PROTOCOL_VIOLATION"])
        #expect(machine.handle(.linkEnded).isEmpty)
    }

    @Test("a greeting that does not fit ends the session with its reason")
    func greetingFaults() {
        for (frame, code) in [
            (hello("MX-FGR"), "CERTIFICATE_WRONG_NAME"), (hello(version: 9), "PROTOCOL_VERSION"),
            (response(1), "PROTOCOL_VIOLATION"), (refusal("OFFICER_REVOKED"), "OFFICER_REVOKED"),
            (refusal("NEW_CODE"), "REMOTE_FAILURE"),
        ] {
            var machine = machine()
            _ = machine.handle(.started)
            #expect(script(machine.handle(.received(frame))) == ["close \(code)"])
        }
    }

    @Test("asking before the hello of the node is a fault of ours")
    func tooEarly() {
        var machine = machine()
        _ = machine.handle(.started)
        #expect(script(machine.handle(.ask(ClientRequest()))) == ["close PROTOCOL_VIOLATION"])
    }

    @Test("a refusal or an ended link closes an open session")
    func ends() {
        var refused = opened()
        #expect(
            script(refused.handle(.received(refusal("SHUTTING_DOWN")))) == ["close SHUTTING_DOWN"])
        var cut = opened()
        #expect(script(cut.handle(.linkEnded)) == ["close SESSION_CLOSED"])
    }
}
