import EnlaceModel
import EnlaceWire
import Synchronization

/// One session of a person's program, on the node's side.
///
/// The reader, each request and the idle watch are tasks of one group; they share the machine under
/// a mutex and carry out its actions where they arise. The reader waits for its own sends, so that a
/// program that does not read is not read from either.
struct ServerSession: Sendable {
    typealias Handler = @Sendable (OfficerConnection, ClientRequest) async -> ClientResponse

    /// The machine and when something last came or went.
    private final class Shared: Sendable {
        let machine: Mutex<ServerSessionMachine>
        let lastTurn = Mutex(ContinuousClock.now)

        init(_ machine: consuming sending ServerSessionMachine) { self.machine = Mutex(machine) }

        func handle(_ event: ServerSessionMachine.Event) -> [ServerSessionMachine.Action] {
            machine.withLock { $0.handle(event) }
        }

        var isClosed: Bool { machine.withLock { $0.isClosed } }
    }

    private let connection: FrameConnection
    private let officer: OfficerConnection
    private let limits: TransportLimits
    private let handler: Handler
    private let shared: Shared

    init(
        _ connection: FrameConnection, officer: OfficerConnection, hello: ClientServerHello,
        limits: TransportLimits, handler: @escaping Handler
    ) {
        self.connection = connection
        self.officer = officer
        self.limits = limits
        self.handler = handler
        shared = Shared(ServerSessionMachine(officer: officer.officer, hello: hello))
    }

    /// Returns when the session has ended, however it ended; cancelling its task lets the requests
    /// at hand be answered and ends it.
    func run() async {
        await withTaskCancellationHandler {
            await withDiscardingTaskGroup { group in
                group.addTask { await watch() }
                await read(&group)
                // A stopping node closes behind its last answer.
                if Task.isCancelled { return }
                connection.beginClose()
                group.cancelAll()
            }
        } onCancel: {
            perform(shared.handle(.stop))
        }
    }

    private func read(_ group: inout DiscardingTaskGroup) async {
        do {
            for try await payload in connection.frames {
                shared.lastTurn.withLock { $0 = .now }
                let frame = try FrameCodec.decode(ClientClientFrame.self, payload)
                for action in shared.handle(.received(frame)) {
                    if case .handle(let request) = action {
                        group.addTask { await answer(request) }
                    } else {
                        try await perform(action)
                    }
                }
                if shared.isClosed { return }
            }
        } catch {
            await refuse(error)
        }
        // A cancelled reader stops reading; what was asked is still answered before the end.
        if !Task.isCancelled { _ = shared.handle(.linkEnded) }
    }

    private func answer(_ request: ClientRequest) async {
        // Not a child task: the stop of the listener must not cut a request that is half done. It is
        // waited for here; handlers end by themselves.
        var response = await Task { await handler(officer, request) }.value
        response.id = request.id
        shared.lastTurn.withLock { $0 = .now }
        for action in shared.handle(.answered(response)) {
            do { try await perform(action) } catch { return connection.beginClose() }
        }
    }

    /// Ends the session when nothing was asked for too long.
    private func watch() async {
        while !Task.isCancelled, !shared.isClosed {
            let idle = ContinuousClock.now - shared.lastTurn.withLock { $0 }
            if idle >= limits.clientIdleMax {
                perform(shared.handle(.idle))
                shared.lastTurn.withLock { $0 = .now }
            } else {
                try? await Task.sleep(for: limits.clientIdleMax - idle)
            }
        }
    }

    /// A frame that cannot be read, or that never came, gets a reason before the end.
    private func refuse(_ error: any Error) async {
        guard let coded = error as? any CodedError, coded.code != .sessionClosed else { return }
        var frame = ClientServerFrame()
        frame.refused = WireFailure(coded)
        try? await perform(.send(frame))
    }

    private func perform(_ action: ServerSessionMachine.Action) async throws {
        switch action {
        case .send(let frame): try await connection.send(payload(of: frame))
        case .close: connection.beginClose()
        case .handle: break
        }
    }

    /// Without waiting, for the last words of a session.
    private func perform(_ actions: [ServerSessionMachine.Action]) {
        for action in actions {
            switch action {
            case .send(let frame):
                if let payload = try? payload(of: frame) { connection.post(payload) }
            case .close: connection.beginClose()
            case .handle: break
            }
        }
    }

    /// An answer above the limit is our mistake; the program gets a failure in its place.
    private func payload(of frame: ClientServerFrame) throws(WireError) -> [UInt8] {
        do throws(WireError) {
            return try FrameCodec.payload(of: frame, limit: connection.frameBytesMax)
        } catch {
            var failure = ClientServerFrame()
            failure.response.id = frame.response.id
            failure.response.failure = WireFailure(error)
            return try FrameCodec.payload(of: failure, limit: connection.frameBytesMax)
        }
    }
}
