import EnlaceModel
import Testing

@testable import EnlaceWire

@Suite("ServerSessionMachine")
struct ServerSessionMachineTests {
    private let officer: OfficerID

    init() throws { officer = try OfficerID("US-DHS-HSI/a7") }

    private func machine(outstandingMax: Int = 16) -> ServerSessionMachine {
        var hello = ClientServerHello()
        hello.node = "US-DHS-HSI"
        return ServerSessionMachine(officer: officer, hello: hello, outstandingMax: outstandingMax)
    }

    private func opened(outstandingMax: Int = 16) -> ServerSessionMachine {
        var machine = machine(outstandingMax: outstandingMax)
        _ = machine.handle(.received(hello()))
        return machine
    }

    private func hello(
        _ officer: String = "US-DHS-HSI/a7", min: UInt32 = 1, max: UInt32 = 1
    ) -> ClientClientFrame {
        var frame = ClientClientFrame()
        frame.hello.officer = officer
        frame.hello.protocolMin = min
        frame.hello.protocolMax = max
        return frame
    }

    private func request(_ id: UInt64) -> ClientClientFrame {
        var frame = ClientClientFrame()
        frame.request.id = id
        frame.request.status = ClientStatusRequest()
        return frame
    }

    private func response(_ id: UInt64) -> ClientResponse {
        var response = ClientResponse()
        response.id = id
        return response
    }

    private func script(_ actions: [ServerSessionMachine.Action]) -> [String] {
        actions.map { action in
            switch action {
            case .handle(let request): "handle \(request.id)"
            case .close(let error): "close \(error?.code.rawValue ?? "orderly")"
            case .send(let frame):
                switch frame.body {
                case .hello(let hello): "hello \(hello.node) \(hello.protocol)"
                case .response(let response): "answer \(response.id) \(response.failure.code)"
                case .refused(let failure): "refused \(failure.code)"
                case nil: "nothing"
                }
            }
        }
    }

    @Test("hello, then requests, each answered once, in any order")
    func session() {
        var machine = machine()
        #expect(script(machine.handle(.received(hello()))) == ["hello US-DHS-HSI 1"])
        #expect(script(machine.handle(.received(request(1)))) == ["handle 1"])
        #expect(script(machine.handle(.received(request(2)))) == ["handle 2"])
        #expect(script(machine.handle(.answered(response(2)))) == ["answer 2 "])
        #expect(script(machine.handle(.answered(response(1)))) == ["answer 1 "])
        #expect(
            script(machine.handle(.answered(response(1)))) == [
                "refused PROTOCOL_VIOLATION", "close PROTOCOL_VIOLATION",
            ])
    }

    @Test("a first frame that does not fit is refused with the reason")
    func greetingFaults() {
        for (frame, code) in [
            (hello("US-DHS-HSI/b8"), "CERTIFICATE_WRONG_NAME"),
            (hello(min: 2, max: 3), "PROTOCOL_VERSION"),
            (hello(min: 0, max: 0), "PROTOCOL_VERSION"),
            (request(1), "PROTOCOL_VIOLATION"), (ClientClientFrame(), "PROTOCOL_VIOLATION"),
        ] {
            var machine = machine()
            #expect(
                script(machine.handle(.received(frame))) == ["refused \(code)", "close \(code)"])
        }
    }

    @Test("a request id is never used twice and never zero", arguments: [0, 1, 2])
    func requestIDs(id: UInt64) {
        var machine = opened()
        _ = machine.handle(.received(request(2)))
        #expect(
            script(machine.handle(.received(request(id)))) == [
                "refused PROTOCOL_VIOLATION", "close PROTOCOL_VIOLATION",
            ])
    }

    @Test("a second hello ends the session")
    func secondHello() {
        var machine = opened()
        #expect(
            script(machine.handle(.received(hello()))) == [
                "refused PROTOCOL_VIOLATION", "close PROTOCOL_VIOLATION",
            ])
    }

    @Test("more requests than allowed are answered BUSY, and room comes back with an answer")
    func outstanding() {
        var machine = opened(outstandingMax: 2)
        _ = machine.handle(.received(request(1)))
        _ = machine.handle(.received(request(2)))
        #expect(script(machine.handle(.received(request(3)))) == ["answer 3 BUSY"])
        _ = machine.handle(.answered(response(1)))
        #expect(script(machine.handle(.received(request(4)))) == ["handle 4"])
    }

    @Test("an idle session ends, one with work does not, one without hello failed")
    func idle() {
        var working = opened()
        _ = working.handle(.received(request(1)))
        #expect(script(working.handle(.idle)).isEmpty)
        _ = working.handle(.answered(response(1)))
        #expect(script(working.handle(.idle)) == ["refused SESSION_TIMEOUT", "close orderly"])
        var silent = machine()
        #expect(
            script(silent.handle(.idle)) == ["refused SESSION_TIMEOUT", "close SESSION_TIMEOUT"])
    }

    @Test("a stopping node answers what it works on and declines the rest")
    func stop() {
        var free = opened()
        #expect(script(free.handle(.stop)) == ["refused SHUTTING_DOWN", "close orderly"])
        var working = opened()
        _ = working.handle(.received(request(1)))
        #expect(script(working.handle(.stop)).isEmpty)
        #expect(script(working.handle(.received(request(2)))) == ["answer 2 SHUTTING_DOWN"])
        #expect(
            script(working.handle(.answered(response(1)))) == [
                "answer 1 ", "refused SHUTTING_DOWN", "close orderly",
            ])
    }

    @Test("a link that ends leaves nothing, and is a fault only while something was owed")
    func linkEnded() {
        var free = opened()
        #expect(script(free.handle(.linkEnded)) == ["close orderly"])
        #expect(free.handle(.stop).isEmpty)
        var working = opened()
        _ = working.handle(.received(request(1)))
        #expect(script(working.handle(.linkEnded)) == ["close SESSION_CLOSED"])
        #expect(working.handle(.answered(response(1))).isEmpty)
    }
}
