import EnlaceModel
import EnlaceTestSupport
import EnlaceTransport
import EnlaceWire
import SwiftProtobuf

/// Plays officers' programs: reserves references, signs, submits over several connections.
struct LoadGenerator: Sendable {
    let login: ProfileLogin
    let connections: Int

    struct Lead: Sendable {
        let id: MessageID
        let bytes: [UInt8]
    }

    /// Reserves a reference for each lead and signs it; none of it is measured.
    func prepare(_ count: Int, _ writer: LeadWriter) async throws -> [Lead] {
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
    func submit(_ leads: [Lead]) async throws {
        let taken = try await spread(leads.count) { session, share in
            let bodies = leads[share].map { lead in
                var submit = ClientSubmit()
                submit.signedDocument = .init(wire: lead.bytes)
                return ClientRequest.OneOf_Body.submit(submit)
            }
            var taken = 0
            try await session.requests(bodies) { _, response in
                if !response.submitted.alreadyStored { taken += 1 }
            }
            return [taken]
        }
        let sum = taken.reduce(0, +)
        guard sum == leads.count else {
            throw BenchError("the node took \(sum) of \(leads.count) leads")
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
