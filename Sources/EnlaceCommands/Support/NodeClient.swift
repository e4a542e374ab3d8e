import EnlaceModel
import EnlaceWire

/// A conversation with the own node, over the client protocol only.
struct NodeClient: Sendable {
    typealias Ask = @Sendable (ClientRequest.OneOf_Body) async throws -> ClientResponse.OneOf_Body

    private let ask: Ask
    private let end: @Sendable () async -> Void

    init(ask: @escaping Ask, end: @escaping @Sendable () async -> Void) {
        self.ask = ask
        self.end = end
    }

    /// Sends one request; a failure that the node answers is thrown as it is.
    func request(_ body: ClientRequest.OneOf_Body) async throws -> ClientResponse.OneOf_Body {
        let answer = try await ask(body)
        if case .failure(let failure) = answer { throw RemoteFailure(failure) }
        return answer
    }

    func close() async { await end() }

    /// The node answered with something else than what was asked for.
    static func unexpected(_ request: String) -> CommandError {
        CommandError(.protocolViolation, object: request)
    }
}
