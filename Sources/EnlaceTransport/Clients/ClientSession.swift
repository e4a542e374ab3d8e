import EnlaceModel
package import EnlaceWire
import NIOCore

/// An open session with the own node: requests one after the other. Used by one task.
package final class ClientSession {
    private let connection: FrameConnection
    private let requestTimeout: Duration
    private var frames: FrameStream.AsyncIterator
    private var machine: ClientSessionMachine
    /// What the node said of itself.
    package private(set) var hello = ClientServerHello()

    init(
        _ connection: FrameConnection, officer: OfficerID, software: String,
        requestTimeout: Duration
    ) {
        self.connection = connection
        self.requestTimeout = requestTimeout
        frames = connection.frames.makeAsyncIterator()
        machine = ClientSessionMachine(officer: officer, node: officer.node, software: software)
    }

    /// Asks and waits for the answer.
    ///
    /// - Throws: the node's failure as `RemoteFailure`; SESSION_TIMEOUT, SESSION_CLOSED or the
    ///   node's reason when the session ended before the answer.
    package func request(_ body: ClientRequest.OneOf_Body) async throws -> ClientResponse {
        var request = ClientRequest()
        request.body = body
        let actions = machine.handle(.ask(request))
        guard case .answer(let response)? = try await turn(actions, until: \.isAnswer) else {
            throw TransportError(.sessionClosed, object: connection.source)
        }
        if case .failure(let failure)? = response.body { throw RemoteFailure(failure) }
        return response
    }

    /// Asks all of these, several at a time, and hands out each answer with the place of its request;
    /// answers come in any order.
    ///
    /// - Throws: as `request`, at the first failure; what was asked before it may be done.
    package func requests(
        _ bodies: [ClientRequest.OneOf_Body],
        answered: (Int, ClientResponse) throws -> Void
    ) async throws {
        var places: [UInt64: Int] = [:]
        var next = 0
        while next < bodies.count || !places.isEmpty {
            while next < bodies.count, places.count < WireLimits.outstandingRequestsMax {
                var request = ClientRequest()
                request.body = bodies[next]
                for action in machine.handle(.ask(request)) {
                    if case .send(let frame) = action { places[frame.request.id] = next }
                    try await perform(action)
                }
                next += 1
            }
            guard case .answer(let response)? = try await turn([], until: \.isAnswer),
                let place = places.removeValue(forKey: response.id)
            else { throw TransportError(.sessionClosed, object: connection.source) }
            if case .failure(let failure)? = response.body { throw RemoteFailure(failure) }
            try answered(place, response)
        }
    }

    func open() async throws {
        let actions = machine.handle(.started)
        if case .opened(let hello)? = try await turn(actions, until: \.isOpened) {
            self.hello = hello
        }
    }

    /// Carries out actions and feeds the machine with frames until it says what is waited for.
    private func turn(
        _ actions: [ClientSessionMachine.Action],
        until isAwaited: (ClientSessionMachine.Action) -> Bool
    ) async throws -> ClientSessionMachine.Action? {
        let timer = connection.endFrames(
            after: requestTimeout,
            with: TransportError(
                .sessionTimeout, object: connection.source,
                context: ["limit": "\(requestTimeout)"]))
        defer { timer.cancel() }
        var actions = actions
        var sendFailure: (any Error)?
        while true {
            for action in actions {
                if isAwaited(action) { return action }
                // A node that hangs up has said why: that counts before the failure to send.
                do { try await perform(action) } catch let error as TransportError {
                    sendFailure = error
                }
            }
            guard let payload = try await frames.next() else {
                try Task.checkCancellation()
                if let sendFailure { throw sendFailure }
                actions = machine.handle(.linkEnded)
                if actions.isEmpty { return nil }
                continue
            }
            actions = machine.handle(
                .received(try FrameCodec.decode(ClientServerFrame.self, payload)))
        }
    }

    private func perform(_ action: ClientSessionMachine.Action) async throws {
        switch action {
        case .send(let frame):
            try await connection.send(
                FrameCodec.payload(of: frame, limit: connection.frameBytesMax))
        case .close(let error): throw error
        case .opened, .answer: break
        }
    }
}

extension ClientSessionMachine.Action {
    fileprivate var isOpened: Bool {
        if case .opened = self { return true }
        return false
    }

    fileprivate var isAnswer: Bool {
        if case .answer = self { return true }
        return false
    }
}
