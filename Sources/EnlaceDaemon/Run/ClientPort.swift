import EnlaceBroker
import EnlaceLog
import EnlaceModel
import EnlaceStore
import EnlaceStoreSQLite
import EnlaceTransport
import EnlaceWire
import Logging
import ServiceLifecycle

/// The port for the persons of this node.
struct ClientPort: Service {
    let listener: ClientListener
    let node: OpenNode
    let failures: LogonFailures
    let fatal: FatalSignal

    func run() async throws {
        try await cancelWhenGracefulShutdown {
            try await listener.run(greet: greet, handle: handle)
        }
    }

    @Sendable private func greet(_ connection: OfficerConnection) async throws -> ClientServerHello
    {
        let person = try person(connection)
        try await logSuccess(connection)
        var hello = ClientServerHello()
        hello.node = node.configuration.node.text
        hello.environment = node.configuration.environment.rawValue
        hello.roles = person.roles.sorted().map(\.rawValue)
        hello.clockMilliseconds = node.clock.now().milliseconds
        hello.documentBytesMax = UInt64(node.configuration.limits.documentBytesMax)
        hello.recipientsMax = UInt32(Limits.recipientsMax)
        hello.software = "enlaced/\(EnlaceVersion.text)"
        return hello
    }

    /// Rights are looked up for each request: a revocation ends a session that is open.
    @Sendable private func handle(
        _ connection: OfficerConnection, _ request: ClientRequest
    ) async -> ClientResponse {
        do {
            let harness = RequestHarness(
                services: node.services, person: try person(connection), logger: node.logger
            ) { fatal.raise($0) }
            return await harness.answer(request)
        } catch let error as any CodedError {
            return failure(error)
        } catch {
            return failure(DaemonError(.internalError, object: "request"))
        }
    }

    private func person(_ connection: OfficerConnection) throws -> Person {
        do {
            return try node.trust.person(client: connection.certificate)
        } catch let error as any CodedError {
            failures.note(error, actor: connection.officer.text)
            throw error
        }
    }

    private func logSuccess(_ connection: OfficerConnection) async throws {
        let body = LocalBody(
            event: .logonSucceeded, actor: connection.officer.text, object: connection.source)
        _ = try await node.store.append(
            [EntryDraft(.local(body), at: node.clock.now(), random: node.random)],
            to: node.store.identity.localLog)
    }

    private func failure(_ error: any CodedError) -> ClientResponse {
        if error.code.kind == .fatal { fatal.raise(error) }
        var response = ClientResponse()
        response.failure = WireFailure(error)
        return response
    }
}
