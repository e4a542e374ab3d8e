import EnlaceCrypto
package import EnlaceModel
import EnlaceStore

/// The persons of the own node with their certificates decoded.
struct Roster: Sendable {
    struct Member: Sendable {
        let record: OfficerRecord
        let client: Certificate
        let signing: Certificate
    }

    private(set) var members: [OfficerID: Member] = [:]
    private var byClient: [SHA256Digest: OfficerID] = [:]
    private var bySigning: [SHA256Digest: OfficerID] = [:]

    init(_ records: [OfficerRecord]) throws {
        for record in records { try put(record) }
    }

    /// Adds or replaces a person; what they had before no longer logs in or signs.
    mutating func put(_ record: OfficerRecord) throws {
        let member = Member(
            record: record, client: try Certificate(derBytes: record.clientCertificate),
            signing: try Certificate(derBytes: record.signingCertificate))
        if let former = members[record.officer] {
            byClient[former.client.fingerprint] = nil
            bySigning[former.signing.fingerprint] = nil
        }
        members[record.officer] = member
        byClient[member.client.fingerprint] = record.officer
        bySigning[member.signing.fingerprint] = record.officer
    }

    func member(client: SHA256Digest) -> Member? { byClient[client].flatMap { members[$0] } }
    func member(signing: SHA256Digest) -> Member? { bySigning[signing].flatMap { members[$0] } }

    /// Whether any person has a certificate of this fingerprint or key, for either use.
    func uses(_ certificate: Certificate) -> Bool {
        members.values.contains { member in
            [member.client, member.signing].contains { $0.publicKey == certificate.publicKey }
        }
    }

    /// The officers as the directory lists them: opaque identifiers, only those who write.
    var directoryOfficers: [DirectoryContent.Officer] {
        members.values.filter { $0.record.roles.contains(.officer) }
            .sorted { $0.record.officer < $1.record.officer }
            .map { member in
                DirectoryContent.Officer(
                    officer: member.record.officer, certificate: member.signing.derBytes,
                    roles: member.record.roles.sorted(),
                    state: member.record.revokedAt == nil ? .active : .revoked)
            }
    }
}

/// A person of this node whose client certificate was checked: who asks.
package struct Person: Sendable, Hashable {
    package let officer: OfficerID
    package let roles: Set<Role>

    package init(officer: OfficerID, roles: Set<Role>) {
        self.officer = officer
        self.roles = roles
    }
}
