/// What a node's officer directory says (design §7, "Officer directory"), unchecked.
///
/// JSON, all members present: `format`, `node`, `environment`, `version`, `previous` (SHA-256 of the
/// signed directory before in hex, or null), `issuedAt`, `officers` (each `officer`, `certificate`,
/// `roles`, `state`), `revocationLists`. No personal names: an officer is an opaque identifier.
package struct DirectoryContent: Sendable, Equatable {
    package static let format = "enlace-directory/1"
    /// The largest signed directory.
    package static let bytesMax = 4_194_304
    package static let officersMax = 4096
    /// The largest revocation list in it; a card holds smaller ones.
    package static let revocationListBytesMax = 1_048_576

    package enum State: String, Sendable {
        case active = "ACTIVE"
        case revoked = "REVOKED"
    }

    /// One signing certificate of one officer.
    package struct Officer: Sendable, Equatable {
        package let officer: OfficerID
        /// The signing certificate, DER.
        package let certificate: [UInt8]
        package let roles: [Role]
        package let state: State

        package init(officer: OfficerID, certificate: [UInt8], roles: [Role], state: State) {
            self.officer = officer
            self.certificate = certificate
            self.roles = roles
            self.state = state
        }
    }

    package var node: NodeID
    package var environment: RunEnvironment
    package var version: UInt32
    package var previous: SHA256Digest?
    package var issuedAt: Timestamp
    package var officers: [Officer]
    package var revocationLists: [[UInt8]]

    package init(
        node: NodeID, environment: RunEnvironment, version: UInt32, previous: SHA256Digest?,
        issuedAt: Timestamp, officers: [Officer], revocationLists: [[UInt8]]
    ) {
        self.node = node
        self.environment = environment
        self.version = version
        self.previous = previous
        self.issuedAt = issuedAt
        self.officers = officers
        self.revocationLists = revocationLists
    }
}

extension DirectoryContent {
    /// The bytes to sign.
    package var encoded: [UInt8] {
        let value: JSONValue = [
            "format": .string(Self.format),
            "node": .string(node.text),
            "environment": .string(environment.rawValue),
            "version": .integer(Int64(version)),
            "previous": previous.map { .string($0.hex) } ?? .null,
            "issuedAt": .string(issuedAt.text),
            "officers": .array(officers.map(\.json)),
            "revocationLists": .array(revocationLists.map(JSONValue.base64)),
        ]
        return value.encoded
    }

    /// Reads what `encoded` writes; anything else is `DIRECTORY_INVALID` with the member as `reason`.
    package init(_ bytes: [UInt8]) throws(ModelError) {
        var reader = try FormatReader(bytes, format: Self.format, refusal: .directoryInvalid)
        self.init(
            node: try reader.value("node", NodeID.init),
            environment: try reader.value("environment", RunEnvironment.init(word:)),
            version: try reader.version("version"),
            previous: try reader.valueOrNull("previous", SHA256Digest.init(hex:)),
            issuedAt: try reader.value("issuedAt", Timestamp.init),
            officers: try reader.objects("officers", max: Self.officersMax, Officer.read),
            revocationLists: try reader.byteList(
                "revocationLists", max: CardContent.revocationListsMax,
                bytesMax: Self.revocationListBytesMax))
        try reader.end()
        guard (previous == nil) == (version == 1) else { throw reader.error("previous") }
        guard officers.allSatisfy({ $0.officer.node == node }) else {
            throw reader.error("officers")
        }
    }
}

extension DirectoryContent.Officer {
    fileprivate var json: JSONValue {
        [
            "officer": .string(officer.text),
            "certificate": .base64(certificate),
            "roles": .array(roles.map { .string($0.rawValue) }),
            "state": .string(state.rawValue),
        ]
    }

    fileprivate static func read(
        _ reader: inout FormatReader
    ) throws(ModelError) -> DirectoryContent.Officer {
        let officer = try reader.value("officer", OfficerID.init)
        let certificate = try reader.bytes("certificate", max: CardContent.certificateBytesMax)
        let roles = try reader.list("roles", max: Role.allCases.count, Role.init(word:))
        guard let state = DirectoryContent.State(rawValue: try reader.string("state")) else {
            throw reader.error("state")
        }
        return DirectoryContent.Officer(
            officer: officer, certificate: certificate, roles: roles, state: state)
    }
}
