import EnlaceCrypto
package import EnlaceModel
package import EnlaceStore

/// The node's persons: proposed by one administrator, approved by a second, revoked by one.
package struct PeopleDesk: Sendable {
    /// How many active administrators must remain: fewer could never approve anything again.
    package static let administratorsMin = 2

    /// A person as administrators and auditors see them.
    package struct Listing: Sendable {
        package let record: OfficerRecord
        /// The earlier end of both certificates.
        package let certificatesEndAt: Timestamp
    }

    private let context: ServiceContext

    package init(_ context: ServiceContext) { self.context = context }

    package func list(_ person: Person) async throws -> [Listing] {
        try await context.authorise(person, .officerList)
        return context.trust.read { state in
            state.roster.members.values.sorted { $0.record.officer < $1.record.officer }.map {
                Listing(
                    record: $0.record,
                    certificatesEndAt: min($0.client.notAfter, $0.signing.notAfter))
            }
        }
    }

    /// Records the statement of a first administrator; certificates given beside it must be those
    /// within.
    package func propose(
        _ bytes: [UInt8], clientCertificate: [UInt8], signingCertificate: [UInt8],
        by person: Person
    ) async throws -> ProposalRecord {
        try await context.authorise(person, .officerPropose)
        let statement = try Proposals.open(bytes, act: .officerAdd, by: person, context)
        guard statement.content.certificates == [clientCertificate, signingCertificate] else {
            throw BrokerError(
                .fingerprintMismatch, object: statement.content.subject,
                context: ["reason": "certificates"])
        }
        _ = try check(statement)
        return try await Proposals.record(
            statement, event: .officerProposed, by: person, context)
    }

    /// The officer that a statement adds, once certificates, names and the roster allow it.
    private func check(_ statement: PairStatement) throws -> OfficerRecord {
        let officer = try OfficerID(statement.content.subject)
        let client = try Certificate(derBytes: statement.content.certificates[0])
        let signing = try Certificate(derBytes: statement.content.certificates[1])
        guard context.trust.read({ $0.roster.members[officer] }) == nil else {
            throw BrokerError(.officerExists, object: officer.text)
        }
        try context.trust.checkOwn(client, for: .officerClient, officer: officer)
        try context.trust.checkOwn(signing, for: .officerSigning, officer: officer)
        let isUsed = context.trust.read { $0.roster.uses(client) || $0.roster.uses(signing) }
        guard client.publicKey != signing.publicKey, !isUsed else {
            throw BrokerError(
                .keyNotAllowed, object: officer.text, context: ["reason": "key used twice"])
        }
        return OfficerRecord(
            officer: officer, roles: Set(statement.content.roles),
            clientCertificate: client.derBytes, clientFingerprint: client.fingerprint,
            signingCertificate: signing.derBytes, signingFingerprint: signing.fingerprint,
            addedAt: context.clock.now(), revokedAt: nil, statement: statement.bytes)
    }

    /// Lets a statement with both signatures take effect.
    func enact(_ statement: PairStatement, proposal: ProposalRecord, by person: Person)
        async throws
    {
        let trust = context.trust
        try await trust.lane.run {
            let record = try check(statement)
            let entry = context.entry(
                .officerAdded, by: person, digest: record.signingFingerprint,
                object: record.officer.text)
            try await context.store.recordOfficer(
                record, endingProposal: proposal.id, localEntries: [entry])
            try trust.replaceRoster(with: record)
            if record.roles.contains(.officer) { try await trust.publishDirectory() }
        }
        trust.tell(.roster)
        trust.tell(.ownDirectory)
    }

    /// Ends a person's access at once, by the statement of one administrator.
    package func revoke(_ bytes: [UInt8], by person: Person) async throws -> Listing {
        try await context.authorise(person, .officerRevoke)
        let statement = try Proposals.open(bytes, act: .officerRevoke, by: person, context)
        let officer = try OfficerID(statement.content.subject)
        let trust = context.trust
        let listing = try await trust.lane.run {
            let member = trust.read { $0.roster.members[officer] }
            guard let member else { throw BrokerError(.officerUnknown, object: officer.text) }
            try requireOtherAdministrators(than: officer)
            var record = member.record
            if record.revokedAt == nil {
                record.revokedAt = context.clock.now()
                record.statement = statement.bytes
                let entry = context.entry(.officerRevoked, by: person, object: officer.text)
                try await context.store.recordOfficer(
                    record, endingProposal: nil, localEntries: [entry])
                try trust.replaceRoster(with: record)
                if record.roles.contains(.officer) { try await trust.publishDirectory() }
            }
            return Listing(
                record: record,
                certificatesEndAt: min(member.client.notAfter, member.signing.notAfter))
        }
        trust.tell(.roster)
        trust.tell(.ownDirectory)
        return listing
    }

    private func requireOtherAdministrators(than officer: OfficerID) throws {
        let active = context.trust.read { state in
            state.roster.members.values.filter {
                $0.record.revokedAt == nil && $0.record.roles.contains(.administrator)
            }.map(\.record.officer)
        }
        guard active.contains(officer), active.count <= Self.administratorsMin else { return }
        throw BrokerError(
            .stateForbids, object: officer.text,
            context: ["reason": "two administrators must remain"])
    }
}
