/// What administrators sign when they change peers or people (design §7, "Two-person acts"),
/// unchecked.
///
/// JSON, all members present: `format`, `act`, `node` (where it takes effect), `subject`,
/// `fingerprints` (SHA-256 in hex), `roles`, `at`. Signed as a document is: the first administrator
/// as proofOfOrigin, the second over the same bytes as proofOfApproval.
package struct StatementContent: Sendable, Equatable {
    package static let format = "enlace-statement/1"
    /// The largest signed statement.
    package static let bytesMax = 16_384

    package enum Act: String, Sendable, CaseIterable {
        /// `subject` is a node; the fingerprint is its card's.
        case peerAdd = "PEER_ADD"
        /// `subject` is an officer of this node; fingerprints of the client certificate and of the
        /// signing certificate, in this order.
        case officerAdd = "OFFICER_ADD"
        /// `subject` is an officer of this node; no fingerprints, no roles. One person suffices.
        case officerRevoke = "OFFICER_REVOKE"

        fileprivate var fingerprintCount: Int {
            switch self {
            case .peerAdd: 1
            case .officerAdd: 2
            case .officerRevoke: 0
            }
        }
    }

    package var act: Act
    package var node: NodeID
    package var subject: String
    package var fingerprints: [SHA256Digest]
    package var roles: [Role]
    package var at: Timestamp

    package init(
        act: Act, node: NodeID, subject: String, fingerprints: [SHA256Digest], roles: [Role],
        at: Timestamp
    ) {
        self.act = act
        self.node = node
        self.subject = subject
        self.fingerprints = fingerprints
        self.roles = roles
        self.at = at
    }
}

extension StatementContent {
    /// The statement by which `node` enrols a peer under a card.
    package static func addingPeer(
        _ peer: NodeID, card: SHA256Digest, at node: NodeID, on time: Timestamp
    ) -> StatementContent {
        StatementContent(
            act: .peerAdd, node: node, subject: peer.text, fingerprints: [card], roles: [],
            at: time)
    }

    package static func addingOfficer(
        _ officer: OfficerID, client: SHA256Digest, signing: SHA256Digest, roles: Set<Role>,
        on time: Timestamp
    ) -> StatementContent {
        StatementContent(
            act: .officerAdd, node: officer.node, subject: officer.text,
            fingerprints: [client, signing], roles: roles.sorted(), at: time)
    }

    package static func revokingOfficer(
        _ officer: OfficerID, on time: Timestamp
    ) -> StatementContent {
        StatementContent(
            act: .officerRevoke, node: officer.node, subject: officer.text, fingerprints: [],
            roles: [], at: time)
    }

    /// The bytes to sign.
    package var encoded: [UInt8] {
        let value: JSONValue = [
            "format": .string(Self.format),
            "act": .string(act.rawValue),
            "node": .string(node.text),
            "subject": .string(subject),
            "fingerprints": .array(fingerprints.map { .string($0.hex) }),
            "roles": .array(roles.map { .string($0.rawValue) }),
            "at": .string(at.text),
        ]
        return value.encoded
    }

    /// Reads what `encoded` writes; anything else is `STATEMENT_INVALID` with the member as `reason`.
    package init(_ bytes: [UInt8]) throws(ModelError) {
        var reader = try FormatReader(bytes, format: Self.format, refusal: .statementInvalid)
        guard let act = Act(rawValue: try reader.string("act")) else { throw reader.error("act") }
        self.init(
            act: act, node: try reader.value("node", NodeID.init),
            subject: try reader.line("subject"),
            fingerprints: try reader.list("fingerprints", max: 2, SHA256Digest.init(hex:)),
            roles: try reader.list("roles", max: Role.allCases.count, Role.init(word:)),
            at: try reader.value("at", Timestamp.init))
        try reader.end()
        guard fingerprints.count == act.fingerprintCount else {
            throw reader.error("fingerprints")
        }
        guard roles.isEmpty != (act == .officerAdd) else { throw reader.error("roles") }
        try checkSubject(reader)
    }

    private func checkSubject(_ reader: FormatReader) throws(ModelError) {
        let isWellFormed =
            switch act {
            case .peerAdd: (try? NodeID(subject)) != nil && subject != node.text
            case .officerAdd, .officerRevoke: (try? OfficerID(subject))?.node == node
            }
        guard isWellFormed else { throw reader.error("subject") }
    }
}
