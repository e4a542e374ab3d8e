package import EnlaceModel

/// The node's side of a session with a person's program: hello, then requests, each answered once.
package struct ServerSessionMachine: ~Copyable, Sendable {
    package enum Event: Sendable {
        case received(ClientClientFrame)
        /// The answer to a request that was handed out; its id says which.
        case answered(ClientResponse)
        /// Nothing came for as long as is allowed: before the hello, or between requests.
        case idle
        /// The node is stopping: what is being worked on is still answered.
        case stop
        case linkEnded
    }

    package enum Action: Sendable {
        case send(ClientServerFrame)
        case handle(ClientRequest)
        /// Close the link after what was sent; nil when the end was orderly.
        case close(WireError?)
    }

    private enum State { case greeting, open, draining, closed }

    private let officer: OfficerID
    private let hello: ClientServerHello
    private let outstandingMax: Int
    private var state = State.greeting
    private var outstanding: Set<UInt64> = []
    private var lastID: UInt64 = 0

    /// - Parameters:
    ///   - officer: the person that the client certificate names.
    ///   - hello: what the node says of itself; the protocol version is filled in.
    package init(
        officer: OfficerID, hello: ClientServerHello,
        outstandingMax: Int = WireLimits.outstandingRequestsMax
    ) {
        self.officer = officer
        self.hello = hello
        self.outstandingMax = outstandingMax
    }

    package var isClosed: Bool { state == .closed }

    package mutating func handle(_ event: Event) -> [Action] {
        switch (state, event) {
        case (.closed, _): return []
        case (_, .linkEnded):
            let isOrderly = outstanding.isEmpty && state != .greeting
            return close(isOrderly ? nil : WireError(.sessionClosed, object: officer.text))
        case (.greeting, .received(let frame)): return greet(frame)
        case (.greeting, .idle): return fail(WireError(.sessionTimeout, object: officer.text))
        case (.open, .received(let frame)): return hear(frame)
        case (.open, .idle): return outstanding.isEmpty ? refuse(.sessionTimeout) : []
        case (.draining, .received(let frame)): return decline(frame)
        case (.draining, .idle), (.draining, .stop): return []
        case (_, .answered(let response)): return answer(response)
        case (_, .stop):
            if outstanding.isEmpty { return refuse(.shuttingDown) }
            state = .draining
            return []
        }
    }

    private mutating func greet(_ frame: ClientClientFrame) -> [Action] {
        guard case .hello(let client) = frame.body else {
            return fail(.violation("\(officer.text): first frame is not a hello"))
        }
        guard client.officer == officer.text else {
            return fail(
                WireError(
                    .certificateWrongName, object: VisibleText.make(client.officer),
                    context: ["expected": officer.text]))
        }
        let newest = min(client.protocolMax, WireLimits.protocolVersions.upperBound)
        let oldest = max(client.protocolMin, WireLimits.protocolVersions.lowerBound)
        guard oldest <= newest else {
            return fail(WireError(.protocolVersion, object: officer.text))
        }
        state = .open
        var frame = ClientServerFrame()
        frame.hello = hello
        frame.hello.protocol = newest
        return [.send(frame)]
    }

    private mutating func hear(_ frame: ClientClientFrame) -> [Action] {
        guard case .request(let request) = frame.body else {
            return fail(.violation("\(officer.text): not a request"))
        }
        guard request.id > lastID else {
            return fail(.violation("\(officer.text): request id \(request.id) again"))
        }
        lastID = request.id
        guard outstanding.count < outstandingMax else {
            return [Self.decline(request.id, .busy, officer)]
        }
        outstanding.insert(request.id)
        return [.handle(request)]
    }

    private mutating func decline(_ frame: ClientClientFrame) -> [Action] {
        guard case .request(let request) = frame.body, request.id > lastID else {
            return fail(.violation("\(officer.text): not a request"))
        }
        lastID = request.id
        return [Self.decline(request.id, .shuttingDown, officer)]
    }

    private mutating func answer(_ response: ClientResponse) -> [Action] {
        guard outstanding.remove(response.id) != nil else {
            return fail(.violation("\(officer.text): answer \(response.id) to no request"))
        }
        var frame = ClientServerFrame()
        frame.response = response
        let isDone = state == .draining && outstanding.isEmpty
        return [.send(frame)] + (isDone ? refuse(.shuttingDown) : [])
    }

    /// An end that nobody is to blame for.
    private mutating func refuse(_ code: ErrorCode) -> [Action] {
        [Self.refusal(WireError(code, object: officer.text))] + close(nil)
    }

    private mutating func fail(_ error: WireError) -> [Action] {
        [Self.refusal(error)] + close(error)
    }

    private mutating func close(_ error: WireError?) -> [Action] {
        state = .closed
        return [.close(error)]
    }

    private static func refusal(_ error: WireError) -> Action {
        var frame = ClientServerFrame()
        frame.refused = WireFailure(error)
        return .send(frame)
    }

    private static func decline(_ id: UInt64, _ code: ErrorCode, _ officer: OfficerID) -> Action {
        var frame = ClientServerFrame()
        frame.response.id = id
        frame.response.failure = WireFailure(WireError(code, object: officer.text))
        return .send(frame)
    }
}
