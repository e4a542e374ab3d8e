import EnlaceCrypto
import EnlaceModel
import EnlaceWire
import NIOCore
import NIOPosix
import Synchronization
import Testing

@testable import EnlaceTransport

/// The client port from both sides: `ClientListener`, `ServerSession`, `ClientConnector`.
@Suite("Client port")
struct ClientPortTests {
    private struct Port: Sendable {
        let listener: ClientListener
        let connector: ClientConnector

        init(
            limits: TransportLimits = TransportLimits(),
            connectorLimits: TransportLimits = TransportLimits(),
            verifyOfficer: @escaping PeerVerifier = TestIdentities.verify,
            caller: TestIdentity? = nil
        ) async throws {
            let identities = try TestIdentities.get()
            listener = try await ClientListener.bind(
                to: NetworkAddress(host: "127.0.0.1", port: 0),
                context: identities.us.context(.server, .client), verifyPeer: verifyOfficer,
                limits: limits, logger: quietLogger)
            connector = ClientConnector(
                officer: identities.officerID,
                context: try (caller ?? identities.officer).context(.client, .client),
                verifyPeer: TestIdentities.verify, software: "enlace test",
                limits: connectorLimits)
        }

        func serve(
            _ handle:
                @escaping @Sendable (OfficerConnection, ClientRequest) async ->
                ClientResponse
        ) async throws {
            try await listener.run(greet: { _ in ClientPortTests.hello }, handle: handle)
        }

        func session<Result: Sendable>(
            _ body: (ClientSession) async throws -> Result
        ) async throws -> Result {
            try await connector.withSession(at: listener.address, body)
        }
    }

    private static var hello: ClientServerHello {
        var hello = ClientServerHello()
        hello.node = "US-DHS-HSI"
        hello.environment = "EXERCISE"
        hello.roles = ["OFFICER"]
        return hello
    }

    /// Answers a status request with the officer's name, and everything else with NOT_FOUND.
    private static let answer:
        @Sendable (OfficerConnection, ClientRequest) async -> ClientResponse = {
            officer, request in
            var response = ClientResponse()
            if case .status? = request.body {
                response.status.node = officer.officer.text
            } else {
                response.failure = WireFailure(TransportError(.notFound, object: "thing"))
            }
            return response
        }

    @Test("hello, requests, answers; a failure arrives as an error with its code")
    func requests() async throws {
        let port = try await Port()
        try await beside({ try await port.serve(Self.answer) }) {
            try await port.session { session in
                #expect(session.hello.roles == ["OFFICER"])
                for _ in 0..<10 {
                    let response = try await session.request(.status(ClientStatusRequest()))
                    #expect(response.status.node == "US-DHS-HSI/a7")
                }
                let error = await #expect(throws: RemoteFailure.self) {
                    try await session.request(.show(ClientShow()))
                }
                #expect(error?.code == .notFound)
                let again = try await session.request(.status(ClientStatusRequest()))
                #expect(again.status.node == "US-DHS-HSI/a7")
            }
        }
    }

    @Test("a call stays far below 100 ms")
    func latency() async throws {
        let port = try await Port()
        try await beside({ try await port.serve(Self.answer) }) {
            var times: [Duration] = []
            for _ in 0..<20 {
                let start = ContinuousClock.now
                _ = try await port.session { session in
                    try await session.request(.status(ClientStatusRequest()))
                }
                times.append(.now - start)
            }
            let middle = times.sorted()[10]
            // A debug build on a busy machine; released it is a few milliseconds.
            #expect(middle < .milliseconds(100))
        }
    }

    @Test("a large document goes up and a large answer comes down")
    func large() async throws {
        let port = try await Port()
        let body = (0..<(1 << 20)).map { UInt8(truncatingIfNeeded: $0) }
        try await beside({
            try await port.serve { _, request in
                var response = ClientResponse()
                response.reading.signedDocument = request.submit.signedDocument
                return response
            }
        }) {
            let response = try await port.session { session in
                var submit = ClientSubmit()
                submit.signedDocument = .init(wire: body)
                return try await session.request(.submit(submit))
            }
            #expect(response.reading.signedDocument.wireBytes == body)
        }
    }

    @Test("an answer above the limit becomes a failure, and the session goes on")
    func tooLargeAnswer() async throws {
        let port = try await Port()
        try await beside({
            try await port.serve { _, request in
                var response = ClientResponse()
                if case .read? = request.body {
                    response.reading.signedDocument = .init(
                        wire: [UInt8](repeating: 1, count: 5 << 20))
                }
                return response
            }
        }) {
            try await port.session { session in
                let error = await #expect(throws: RemoteFailure.self) {
                    try await session.request(.read(ClientRead()))
                }
                #expect(error?.code == .frameTooLarge)
                _ = try await session.request(.status(ClientStatusRequest()))
            }
        }
    }

    @Test("a refused greeting reaches the program with its code")
    func refusedGreeting() async throws {
        let port = try await Port()
        try await beside({
            try await port.listener.run(
                greet: { officer in
                    throw TransportError(.officerRevoked, object: officer.officer.text)
                }, handle: Self.answer)
        }) {
            let error = await #expect(throws: RemoteFailure.self) {
                try await port.session { _ in }
            }
            #expect(error?.code == .officerRevoked)
        }
    }

    @Test("a certificate that the node refuses is TLS_FAILURE with the alert")
    func refusedCertificate() async throws {
        let port = try await Port(verifyOfficer: TestIdentities.refuse)
        try await beside({ try await port.serve(Self.answer) }) {
            let error = await #expect(throws: (any Error).self) {
                try await port.session { _ in }
            }
            let coded = error as? any CodedError
            #expect(coded?.code == .tlsFailure)
            #expect(coded?.object == port.listener.address.text)
            #expect(coded?.cause(in: .english).contains("certificate_revoked") == true)
        }
    }

    @Test("a node's certificate opens no session for persons")
    func nodeAtClientPort() async throws {
        let port = try await Port(caller: try TestIdentities.get().us)
        try await beside({ try await port.serve(Self.answer) }) {
            let error = await #expect(throws: (any Error).self) {
                try await port.session { _ in }
            }
            #expect((error as? any CodedError)?.code == .tlsFailure)
        }
    }

    @Test("an answer that does not come is SESSION_TIMEOUT")
    func requestTimeout() async throws {
        var limits = TransportLimits()
        limits.requestTimeout = .milliseconds(200)
        let port = try await Port(connectorLimits: limits)
        let (released, release) = AsyncStream<Void>.makeStream()
        try await beside({
            try await port.serve { _, _ in
                for await _ in released {}
                return ClientResponse()
            }
        }) {
            let error = await #expect(throws: TransportError.self) {
                try await port.session { session in
                    _ = try await session.request(.status(ClientStatusRequest()))
                }
            }
            #expect(error?.code == .sessionTimeout)
            release.finish()
        }
    }

    @Test("a session without requests is ended by the node")
    func idle() async throws {
        var limits = TransportLimits()
        limits.clientIdleMax = .milliseconds(700)
        let port = try await Port(limits: limits)
        try await beside({ try await port.serve(Self.answer) }) {
            let identities = try TestIdentities.get()
            let connection = try await FrameConnection.dial(
                port.listener.address,
                identity: PeerIdentity(.node(identities.usNode), verifier: TestIdentities.verify),
                style: .client(
                    try identities.officer.context(.client, .client), TransportLimits()),
                group: .singletonMultiThreadedEventLoopGroup)
            try await connection.run { _, _ in
                var hello = ClientClientFrame()
                hello.hello.officer = identities.officerID.text
                hello.hello.protocolMin = 1
                hello.hello.protocolMax = 1
                try await connection.send(FrameCodec.payload(of: hello, limit: 1000))
                var answers: [ClientServerFrame] = []
                for try await payload in connection.frames {
                    answers.append(try FrameCodec.decode(ClientServerFrame.self, payload))
                }
                #expect(answers.last?.refused.code == "SESSION_TIMEOUT")
            }
        }
    }

    @Test("a stopping node answers what it works on, then refuses with SHUTTING_DOWN")
    func gracefulStop() async throws {
        let port = try await Port()
        try await within {
            let (working, begin) = AsyncStream<Void>.makeStream()
            let (released, release) = AsyncStream<Void>.makeStream()
            let serving = Task {
                try await port.serve { officer, request in
                    begin.yield()
                    for await _ in released {}
                    #expect(!Task.isCancelled)
                    return await Self.answer(officer, request)
                }
            }
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    try await port.session { session in
                        let first = try await session.request(.status(ClientStatusRequest()))
                        #expect(first.status.node == "US-DHS-HSI/a7")
                        let error = await #expect(throws: (any Error).self) {
                            try await session.request(.status(ClientStatusRequest()))
                        }
                        let code = (error as? any CodedError)?.code
                        #expect(code == .shuttingDown || code == .sessionClosed)
                    }
                }
                var begun = working.makeAsyncIterator()
                await begun.next()
                serving.cancel()
                release.finish()
                try await serving.value
                try await group.waitForAll()
            }
        }
    }

    @Test("many programs at once are all answered")
    func manyClients() async throws {
        let port = try await Port()
        try await beside({ try await port.serve(Self.answer) }) {
            try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<25 {
                    group.addTask {
                        try await port.session { session in
                            try await session.request(.status(ClientStatusRequest())).status.node
                        }
                    }
                }
                for try await node in group { #expect(node == "US-DHS-HSI/a7") }
            }
        }
    }
}
