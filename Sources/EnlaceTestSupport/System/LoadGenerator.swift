package import EnlaceModel
import EnlaceTransport
import EnlaceWire

/// Plays officers' programs: reserves references, signs, submits over several connections.
package struct LoadGenerator: Sendable {
    package let login: ProfileLogin
    private let connections: Int

    /// A signed lead.
    package struct Lead: Sendable {
        package let id: MessageID
        package let bytes: [UInt8]
    }

    package init(login: ProfileLogin, connections: Int) {
        self.login = login
        self.connections = connections
    }

    /// Reserves a reference for each lead and signs it.
    package func prepare(_ count: Int, _ writer: LeadWriter) async throws -> [Lead] {
        var request = ClientPrepare()
        request.type = "LEAD"
        request.recipients = writer.recipients.map(\.text)
        let body = ClientRequest.OneOf_Body.prepare(request)
        return try await spread(count) { session, share in
            var leads: [Lead] = []
            let bodies = [ClientRequest.OneOf_Body](repeating: body, count: share.count)
            try await session.requests(bodies) { _, response in
                let lead = try writer.lead(DocumentReference(response.prepared.reference))
                leads.append(Lead(id: lead.id, bytes: lead.bytes))
            }
            return leads
        }
    }

    /// Submits all, each connection its share; returns when the node has committed the last.
    ///
    /// - Parameter taken: told of each lead when the node has answered that it is committed, and
    ///   whether it had been before.
    package func submit(
        _ leads: [Lead], taken: @escaping @Sendable (Lead, _ wasThere: Bool) -> Void = { _, _ in }
    ) async throws {
        _ = try await spread(leads.count) { session, share in
            let mine = Array(leads[share])
            let bodies = mine.map { lead in
                var submit = ClientSubmit()
                submit.signedDocument = .init(wire: lead.bytes)
                return ClientRequest.OneOf_Body.submit(submit)
            }
            try await session.requests(bodies) { place, response in
                taken(mine[place], response.submitted.alreadyStored)
            }
            return [share.count]
        }
    }

    private func spread<Result: Sendable>(
        _ count: Int,
        _ body: @escaping @Sendable (ClientSession, Range<Int>) async throws -> [Result]
    ) async throws -> [Result] {
        let length = max(1, (count + connections - 1) / connections)
        return try await withThrowingTaskGroup(of: [Result].self) { group in
            for start in stride(from: 0, to: count, by: length) {
                let share = start..<min(start + length, count)
                group.addTask {
                    try await login.withSession { try await body($0, share) }
                }
            }
            var results: [Result] = []
            for try await part in group { results += part }
            return results
        }
    }
}
