package import EnlaceBroker
import EnlaceModel
package import EnlaceWire
package import Logging

/// Answers the requests of one person: unpacks the message, calls a desk, packs its answer. What is
/// allowed is decided there, not here.
package struct RequestHarness: Sendable {
    let services: Services
    let person: Person
    private let logger: Logger
    private let onFatal: @Sendable (any Error) -> Void

    /// - Parameter onFatal: told of an error after which the daemon must stop.
    package init(
        services: Services, person: Person, logger: Logger,
        onFatal: @escaping @Sendable (any Error) -> Void
    ) {
        self.services = services
        self.person = person
        self.logger = logger
        self.onFatal = onFatal
    }

    /// Never throws: a failure is an answer too.
    package func answer(_ request: ClientRequest) async -> ClientResponse {
        var response: ClientResponse
        do {
            response = try await respond(to: request)
        } catch let error as any CodedError {
            note(error)
            response = ClientResponse()
            response.failure = WireFailure(error)
        } catch {
            logger.error("request failed", metadata: ["officer": "\(person.officer)"])
            response = ClientResponse()
            response.failure = WireFailure(DaemonError(.internalError, object: "request"))
        }
        response.id = request.id
        return response
    }

    private func note(_ error: any CodedError) {
        logger.info(
            "request refused",
            metadata: ["officer": "\(person.officer)", "code": "\(error.code.rawValue)"])
        if error.code.kind == .fatal { onFatal(error) }
    }

    private func respond(to request: ClientRequest) async throws -> ClientResponse {
        switch request.body {
        case .prepare(let body): try await prepare(body)
        case .submit(let body): try await submit(body)
        case .list(let body): try await list(body)
        case .read(let body): try await read(body)
        case .show(let body): try await show(body)
        case .withdraw(let body): try await withdraw(body)
        case .resend(let body): try await resend(body)
        case .auditHistory(let body): try await auditHistory(body)
        case .auditLogs: try await auditLogs()
        case .auditEntries(let body): try await auditEntries(body)
        case .officerPropose(let body): try await officerPropose(body)
        case .officerRevoke(let body): try await officerRevoke(body)
        case .officerList: try await officerList()
        case .card: try await card()
        case .peerPropose(let body): try await peerPropose(body)
        case .peerList: try await peerList()
        case .proposalList: try await proposalList()
        case .proposalApprove(let body): try await proposalApprove(body)
        case .status: try await status()
        case nil: throw DaemonError(.protocolViolation, object: "request without a body")
        }
    }
}
