package import EnlaceModel

/// The side of a person's program in a session with their node.
package struct ClientSessionMachine: ~Copyable, Sendable {
    package enum Event: Sendable {
        /// The link stands. Comes first, once.
        case started
        case received(ClientServerFrame)
        /// The program asks this; only in an open session. The id is filled in.
        case ask(ClientRequest)
        case linkEnded
    }

    package enum Action: Sendable {
        case send(ClientClientFrame)
        case opened(ClientServerHello)
        /// The answer to the request with the same id.
        case answer(ClientResponse)
        /// Close the link; the reason is the program's error for everything unanswered.
        case close(any CodedError)
    }

    private enum State { case idle, greeting, open, closed }

    private let officer: OfficerID
    private let node: NodeID
    private let software: String
    private var state = State.idle
    private var outstanding: Set<UInt64> = []
    private var lastID: UInt64 = 0

    /// - Parameter node: the node that the server's certificate names.
    package init(officer: OfficerID, node: NodeID, software: String) {
        self.officer = officer
        self.node = node
        self.software = software
    }

    package mutating func handle(_ event: Event) -> [Action] {
        switch (state, event) {
        case (.closed, _): return []
        case (_, .linkEnded): return close(WireError(.sessionClosed, object: node.text))
        case (.idle, .started):
            state = .greeting
            return [.send(hello)]
        case (.greeting, .received(let frame)): return greet(frame)
        case (.open, .received(let frame)): return hear(frame)
        case (.open, .ask(var request)):
            lastID += 1
            outstanding.insert(lastID)
            request.id = lastID
            var frame = ClientClientFrame()
            frame.request = request
            return [.send(frame)]
        case (.idle, _), (_, .started), (.greeting, .ask):
            return close(.violation("\(node.text): event out of order"))
        }
    }

    private var hello: ClientClientFrame {
        var frame = ClientClientFrame()
        frame.hello.officer = officer.text
        frame.hello.protocolMin = WireLimits.protocolVersions.lowerBound
        frame.hello.protocolMax = WireLimits.protocolVersions.upperBound
        frame.hello.software = software
        return frame
    }

    private mutating func greet(_ frame: ClientServerFrame) -> [Action] {
        switch frame.body {
        case .hello(let hello):
            guard hello.node == node.text else {
                return close(
                    WireError(
                        .certificateWrongName, object: VisibleText.make(hello.node),
                        context: ["expected": node.text]))
            }
            guard WireLimits.protocolVersions.contains(hello.protocol) else {
                return close(WireError(.protocolVersion, object: node.text))
            }
            state = .open
            return [.opened(hello)]
        case .refused(let failure): return close(RemoteFailure(failure))
        default: return close(.violation("\(node.text): first frame is not a hello"))
        }
    }

    private mutating func hear(_ frame: ClientServerFrame) -> [Action] {
        switch frame.body {
        case .response(let response):
            guard outstanding.remove(response.id) != nil else {
                return close(.violation("\(node.text): answer \(response.id) to no request"))
            }
            return [.answer(response)]
        case .refused(let failure): return close(RemoteFailure(failure))
        default: return close(.violation("\(node.text): not an answer"))
        }
    }

    private mutating func close(_ error: WireError) -> [Action] {
        close(error as any CodedError)
    }

    private mutating func close(_ error: any CodedError) -> [Action] {
        state = .closed
        return [.close(error)]
    }
}
