import EnlaceCrypto
import EnlaceModel
import EnlaceTransport
import EnlaceWire

/// A conversation with the own node, over the client protocol only.
struct NodeClient {
    private let session: ClientSession

    /// What the node said when the session began.
    var hello: ClientServerHello { session.hello }

    /// Sends one request; a failure that the node answers is thrown as it is.
    func request(_ body: ClientRequest.OneOf_Body) async throws -> ClientResponse.OneOf_Body {
        guard let answer = try await session.request(body).body else {
            throw Self.unexpected("response")
        }
        if case .failure(let failure) = answer { throw RemoteFailure(failure) }
        return answer
    }

    /// Logs in with the officer's client certificate, checks the node's, runs `body`, and closes the
    /// session whatever happens.
    static func session<Result: Sendable>(
        _ desk: OfficerDesk, _ body: (NodeClient) async throws -> Result
    ) async throws -> Result {
        let login = try desk.login()
        let context = try TLSContext(side: .client, protocolName: .client, credential: login)
        let trust = try NodeTrust(authorities: desk.authorities(), node: desk.profile.officer.node)
        let connector = ClientConnector(
            officer: desk.profile.officer, context: context, verifyPeer: trust.verify,
            software: "enlace/\(EnlaceVersion.text)")
        let address = try NetworkAddress(desk.profile.address)
        return try await connector.withSession(at: address) { session in
            try await body(NodeClient(session: session))
        }
    }

    private init(session: ClientSession) { self.session = session }

    /// The node answered with something else than what was asked for.
    static func unexpected(_ request: String) -> CommandError {
        CommandError(.protocolViolation, object: request)
    }
}
