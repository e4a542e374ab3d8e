import EnlaceBroker
import EnlaceCrypto
import EnlaceModel
import EnlaceTestSupport
import EnlaceTransport
import EnlaceWire
import Logging

@testable import EnlaceDaemon

/// Runs a daemon in this process for the length of a body, and stops it in good order.
func withDaemon<Value: Sendable>(
    _ folder: NodeFolder, _ body: @escaping @Sendable (Daemon.Ports) async throws -> Value
) async throws -> Value {
    let daemon = Daemon(configuration: try folder.configuration(), logger: .silent)
    let (ready, continuation) = AsyncStream.makeStream(of: Daemon.Ports.self)
    return try await withThrowingTaskGroup(of: Value?.self) { group in
        group.addTask {
            defer { continuation.finish() }
            try await daemon.run(handlingSignals: false) { continuation.yield($0) }
            return nil
        }
        group.addTask {
            for await ports in ready { return try await body(ports) }
            return nil
        }
        var value: Value?
        while let result = try await group.next() {
            if let result {
                value = result
                // The daemon stops in good order when its task is cancelled.
                group.cancelAll()
            }
        }
        guard let value else { throw DaemonError(.internalError, object: "no daemon") }
        return value
    }
}

extension Logger {
    static var silent: Logger { Logger(label: "test") { _ in SwiftLogNoOpLogHandler() } }
}

extension PKIOfficer {
    /// Speaks to the own node as this person's program does.
    func session<Value: Sendable>(
        _ ports: Daemon.Ports, _ body: (ClientSession) async throws -> Value
    ) async throws -> Value {
        let connector = ClientConnector(
            officer: officer,
            context: try TLSContext(side: .client, protocolName: .client, credential: client),
            verifyPeer: { leaf, _ in
                guard let certificate = try? Certificate(derBytes: leaf),
                    case .node(let name) = certificate.name
                else { return .refused(DaemonError(.certificateWrongName, object: "node")) }
                return .node(name)
            }, software: "test")
        return try await connector.withSession(at: ports.client, body)
    }

    /// One request in a session of its own.
    func ask(
        _ ports: Daemon.Ports, _ request: ClientRequest.OneOf_Body
    ) async throws -> ClientResponse.OneOf_Body {
        try await session(ports) { session in
            guard let body = try await session.request(request).body else {
                throw DaemonError(.protocolViolation, object: "empty answer")
            }
            return body
        }
    }
}

/// The code of what the work throws; nil when it does not.
func refusal(_ work: () async throws -> Void) async -> ErrorCode? {
    do {
        try await work()
        return nil
    } catch let error as any CodedError {
        return error.code
    } catch {
        return .internalError
    }
}
