/// What administrators sign when they change peers or people (design §7, "Two-person acts"),
/// unchecked.
///
/// JSON, all members present: `format`, `act`, `node` (where it takes effect), `subject`,
/// `fingerprint` (SHA-256 of a card in hex, or null), `certificates` (DER in base64), `roles`, `at`.
/// It holds all that takes effect, so that the second person signs what they have seen. Signed as a
/// document is: the first administrator as proofOfOrigin, the second over the same bytes as
/// proofOfApproval.
package struct StatementContent: Sendable, Equatable {
    package static let format = "enlace-statement/1"
    /// The largest signed statement.
    package static let bytesMax = 32_768

    package enum Act: String, Sendable, CaseIterable {
        /// `subject` is a node, `fingerprint` its card's.
        case peerAdd = "PEER_ADD"
        /// `subject` is an officer of this node; client certificate and signing certificate, in this
        /// order.
        case officerAdd = "OFFICER_ADD"
        /// `subject` is an officer of this node. One person suffices.
        case officerRevoke = "OFFICER_REVOKE"
    }

    package var act: Act
    package var node: NodeID
    package var subject: String
    package var fingerprint: SHA256Digest?
    package var certificates: [[UInt8]]
    package var roles: [Role]
    package var at: Timestamp

    package init(
        act: Act, node: NodeID, subject: String, fingerprint: SHA256Digest? = nil,
        certificates: [[UInt8]] = [], roles: [Role] = [], at: Timestamp
    ) {
        self.act = act
        self.node = node
        self.subject = subject
        self.fingerprint = fingerprint
        self.certificates = certificates
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
            act: .peerAdd, node: node, subject: peer.text, fingerprint: card, at: time)
    }

    /// The statement by which a person is added; both certificates in DER.
    package static func addingOfficer(
        _ officer: OfficerID, client: [UInt8], signing: [UInt8], roles: Set<Role>,
        on time: Timestamp
    ) -> StatementContent {
        StatementContent(
            act: .officerAdd, node: officer.node, subject: officer.text,
            certificates: [client, signing], roles: roles.sorted(), at: time)
    }

    package static func revokingOfficer(
        _ officer: OfficerID, on time: Timestamp
    ) -> StatementContent {
        StatementContent(
            act: .officerRevoke, node: officer.node, subject: officer.text, at: time)
    }

    /// The bytes to sign.
    package var encoded: [UInt8] {
        let value: JSONValue = [
            "format": .string(Self.format),
            "act": .string(act.rawValue),
            "node": .string(node.text),
            "subject": .string(subject),
            "fingerprint": fingerprint.map { .string($0.hex) } ?? .null,
            "certificates": .array(certificates.map(JSONValue.base64)),
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
            fingerprint: try reader.valueOrNull("fingerprint", SHA256Digest.init(hex:)),
            certificates: try reader.byteList(
                "certificates", max: 2, bytesMax: CardContent.certificateBytesMax),
            roles: try reader.list("roles", max: Role.allCases.count, Role.init(word:)),
            at: try reader.value("at", Timestamp.init))
        try reader.end()
        guard (fingerprint != nil) == (act == .peerAdd) else { throw reader.error("fingerprint") }
        guard certificates.count == (act == .officerAdd ? 2 : 0) else {
            throw reader.error("certificates")
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
