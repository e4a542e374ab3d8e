import EnlaceBroker
import EnlaceCrypto
import EnlaceModel
import EnlaceTransport
import ServiceLifecycle

/// The port for peers: every link goes to the broker.
struct NodePort: Service {
    let listener: NodeListener
    let broker: Broker

    func run() async throws {
        try await cancelWhenGracefulShutdown {
            try await listener.run { link in try await broker.run(link) }
        }
    }
}

extension NodeTrustBook {
    /// Judges a node's certificates inside the handshake.
    @Sendable func verifyNode(_ leaf: [UInt8], _ chain: [[UInt8]]) -> PeerVerdict {
        verdict {
            .node(
                try node(
                    tls: Certificate(derBytes: leaf),
                    chain: chain.map { try Certificate(derBytes: $0) }))
        }
    }

    /// Judges a person's certificates inside the handshake; refusals are noted.
    func personVerifier(noting failures: LogonFailures) -> PeerVerifier {
        { [self] leaf, _ in
            let verdict = verdict { .officer(try person(client: leaf).officer) }
            if case .refused(let error) = verdict { failures.note(error) }
            return verdict
        }
    }

    private func verdict(_ judge: () throws -> PeerVerdict) -> PeerVerdict {
        do {
            return try judge()
        } catch let error as any CodedError {
            return .refused(error)
        } catch {
            return .refused(DaemonError(.internalError, object: "certificate"))
        }
    }
}
