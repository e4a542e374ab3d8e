/// What a node's card says (design §7, "Card"), unchecked: the bytes under its signature, read.
///
/// JSON, all members present: `format`, `node`, `environment`, `version`, `previous` (SHA-256 of the
/// card before in hex, or null), `validFrom`, `validUntil`, the node's certificates
/// `tlsCertificate`, `encryptionCertificate`, `statementCertificate`, the authorities pinned for
/// its node certificates and its officers `nodeIssuers`, `officerIssuers` (each with the
/// certificates above it), `revocationLists`, `logKey`, `witnessKey` (raw Ed25519), `addresses`
/// (`host:port`), `contact`. Certificates and lists are DER in base64, keys base64.
package struct CardContent: Sendable, Equatable {
    package static let format = "enlace-card/1"
    /// The largest signed card.
    package static let bytesMax = 262_144
    package static let issuersMax = 8
    package static let revocationListsMax = 8
    package static let addressesMax = 8
    /// The largest certificate.
    package static let certificateBytesMax = 8192
    /// The largest revocation list.
    package static let revocationListBytesMax = 65_536
    package static let keyByteCount = 32

    package var node: NodeID
    package var environment: RunEnvironment
    package var version: UInt32
    /// SHA-256 of the signed card before; nil for version 1.
    package var previous: SHA256Digest?
    package var validFrom: Timestamp
    package var validUntil: Timestamp
    package var tlsCertificate: [UInt8]
    package var encryptionCertificate: [UInt8]
    package var statementCertificate: [UInt8]
    package var nodeIssuers: [[UInt8]]
    package var officerIssuers: [[UInt8]]
    package var revocationLists: [[UInt8]]
    package var logKey: [UInt8]
    package var witnessKey: [UInt8]
    package var addresses: [String]
    /// How to reach the people who run the node; one line.
    package var contact: String

    package init(
        node: NodeID, environment: RunEnvironment, version: UInt32, previous: SHA256Digest?,
        validFrom: Timestamp, validUntil: Timestamp, tlsCertificate: [UInt8],
        encryptionCertificate: [UInt8], statementCertificate: [UInt8], nodeIssuers: [[UInt8]],
        officerIssuers: [[UInt8]], revocationLists: [[UInt8]], logKey: [UInt8],
        witnessKey: [UInt8], addresses: [String], contact: String
    ) {
        self.node = node
        self.environment = environment
        self.version = version
        self.previous = previous
        self.validFrom = validFrom
        self.validUntil = validUntil
        self.tlsCertificate = tlsCertificate
        self.encryptionCertificate = encryptionCertificate
        self.statementCertificate = statementCertificate
        self.nodeIssuers = nodeIssuers
        self.officerIssuers = officerIssuers
        self.revocationLists = revocationLists
        self.logKey = logKey
        self.witnessKey = witnessKey
        self.addresses = addresses
        self.contact = contact
    }
}

extension CardContent {
    /// The bytes to sign; always the same for the same content.
    package var encoded: [UInt8] {
        JSONValue.object(
            JSONObject(members.map { JSONObject.Member(name: $0.0, value: $0.1) })
        ).encoded
    }

    private var members: [(String, JSONValue)] {
        [
            ("format", .string(Self.format)),
            ("node", .string(node.text)),
            ("environment", .string(environment.rawValue)),
            ("version", .integer(Int64(version))),
            ("previous", previous.map { .string($0.hex) } ?? .null),
            ("validFrom", .string(validFrom.text)),
            ("validUntil", .string(validUntil.text)),
            ("tlsCertificate", .base64(tlsCertificate)),
            ("encryptionCertificate", .base64(encryptionCertificate)),
            ("statementCertificate", .base64(statementCertificate)),
            ("nodeIssuers", .array(nodeIssuers.map(JSONValue.base64))),
            ("officerIssuers", .array(officerIssuers.map(JSONValue.base64))),
            ("revocationLists", .array(revocationLists.map(JSONValue.base64))),
            ("logKey", .base64(logKey)),
            ("witnessKey", .base64(witnessKey)),
            ("addresses", .array(addresses.map(JSONValue.string))),
            ("contact", .string(contact)),
        ]
    }

    /// Reads what `encoded` writes; anything else is `CARD_INVALID` with the member as `reason`.
    package init(_ bytes: [UInt8]) throws(ModelError) {
        var reader = try FormatReader(bytes, format: Self.format, refusal: .cardInvalid)
        self.init(
            node: try reader.value("node", NodeID.init),
            environment: try reader.value("environment", RunEnvironment.init(word:)),
            version: try reader.version("version"),
            previous: try reader.valueOrNull("previous", SHA256Digest.init(hex:)),
            validFrom: try reader.value("validFrom", Timestamp.init),
            validUntil: try reader.value("validUntil", Timestamp.init),
            tlsCertificate: try reader.certificate("tlsCertificate"),
            encryptionCertificate: try reader.certificate("encryptionCertificate"),
            statementCertificate: try reader.certificate("statementCertificate"),
            nodeIssuers: try reader.certificates("nodeIssuers"),
            officerIssuers: try reader.certificates("officerIssuers"),
            revocationLists: try reader.byteList(
                "revocationLists", max: Self.revocationListsMax,
                bytesMax: Self.revocationListBytesMax),
            logKey: try reader.bytes("logKey", max: Self.keyByteCount),
            witnessKey: try reader.bytes("witnessKey", max: Self.keyByteCount),
            addresses: try reader.list("addresses", max: Self.addressesMax) {
                text throws(ModelError) in try NetworkAddress(text).text
            },
            contact: try reader.line("contact"))
        try reader.end()
        try check(reader)
    }

    private func check(_ reader: FormatReader) throws(ModelError) {
        guard logKey.count == Self.keyByteCount else { throw reader.error("logKey") }
        guard witnessKey.count == Self.keyByteCount else { throw reader.error("witnessKey") }
        guard logKey != witnessKey else { throw reader.error("witnessKey") }
        guard validFrom < validUntil else { throw reader.error("validUntil") }
        guard !addresses.isEmpty else { throw reader.error("addresses") }
        guard !nodeIssuers.isEmpty else { throw reader.error("nodeIssuers") }
        guard !officerIssuers.isEmpty else { throw reader.error("officerIssuers") }
        guard (previous == nil) == (version == 1) else { throw reader.error("previous") }
    }
}

extension FormatReader {
    fileprivate mutating func certificate(_ member: String) throws(ModelError) -> [UInt8] {
        try bytes(member, max: CardContent.certificateBytesMax)
    }

    fileprivate mutating func certificates(_ member: String) throws(ModelError) -> [[UInt8]] {
        try byteList(
            member, max: CardContent.issuersMax, bytesMax: CardContent.certificateBytesMax)
    }
}

extension JSONValue {
    static func base64(_ bytes: [UInt8]) -> JSONValue { .string(Base64.encode(bytes)) }
}

extension RunEnvironment {
    /// Reads `LIVE`, `EXERCISE` or `TRAINING`.
    package init(word: String) throws(ModelError) {
        guard let value = RunEnvironment(rawValue: word) else {
            throw ModelError(.codeUnknown, object: VisibleText.make(word))
        }
        self = value
    }
}

extension Role {
    /// Reads `OFFICER`, `AUDITOR` or `ADMINISTRATOR`.
    package init(word: String) throws(ModelError) {
        guard let value = Role(rawValue: word) else {
            throw ModelError(.roleUnknown, object: VisibleText.make(word))
        }
        self = value
    }
}
