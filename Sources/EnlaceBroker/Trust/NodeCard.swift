package import EnlaceCrypto
package import EnlaceModel

/// A node's card whose signature holds under the statement key that it names itself, with its
/// certificates decoded and each fit for its use.
///
/// It proves nothing yet about who made it: that is what the comparison of the fingerprint out of
/// band is for, or for a later card the signature by the key that the card before named.
package struct NodeCard: Sendable {
    package let content: CardContent
    /// The exact signed bytes.
    package let bytes: [UInt8]
    /// SHA-256 of `bytes`.
    package let fingerprint: SHA256Digest
    package let tls: Certificate
    package let encryption: Certificate
    package let statement: Certificate
    package let recipient: EncryptionRecipient
    /// The issuers pinned for its own certificates.
    let nodeIssuers: [Certificate]
    /// The issuers pinned for its officers.
    let officerIssuers: [Certificate]
    private let document: UnverifiedSignedDocument

    package var node: NodeID { content.node }
    package var version: UInt32 { content.version }

    /// Opens a card; throws `CARD_INVALID` with what is wrong as `reason`.
    package init(_ bytes: [UInt8]) throws(BrokerError) {
        do {
            try self.init(checking: bytes)
        } catch let error as any CodedError {
            throw BrokerError(
                .cardInvalid, object: "card",
                context: ["reason": error.context["reason"] ?? error.code.rawValue])
        } catch {
            throw BrokerError(.internalError, object: "card")
        }
    }

    private init(checking bytes: [UInt8]) throws {
        guard bytes.count <= CardContent.bytesMax else {
            throw BrokerError(.cardInvalid, object: "card", context: ["reason": "size"])
        }
        let document = try UnverifiedSignedDocument(bytes)
        let content = try CardContent(document.content)
        let statement = try Certificate(derBytes: content.statementCertificate)
        guard document.author.identifier == SignerIdentifier(statement) else {
            throw BrokerError(.signerUnknown, object: content.node.text)
        }
        if document.approver == nil { _ = try document.verify { _ in statement } }
        self.document = document
        self.bytes = bytes
        self.content = content
        self.statement = statement
        fingerprint = document.digest
        tls = try Certificate(derBytes: content.tlsCertificate)
        encryption = try Certificate(derBytes: content.encryptionCertificate)
        recipient = try EncryptionRecipient(encryption)
        officerIssuers = try content.officerIssuers.map { try Certificate(derBytes: $0) }
        nodeIssuers = try content.nodeIssuers.map { try Certificate(derBytes: $0) }
    }

    /// The issuers that the card pins for the node, with its own revocation lists and later ones.
    func nodeAuthorities(later lists: [[UInt8]] = []) throws(CryptoError) -> PinnedAuthorities {
        try PinnedAuthorities(
            issuers: nodeIssuers, revocationLists: content.revocationLists + lists)
    }

    /// Whether the card and its certificates hold at a time, under the issuers that it pins; gives
    /// the ends of all that this rests on.
    ///
    /// Throws `CARD_OUTDATED` outside of its validity, and what speaks against a certificate.
    @discardableResult
    package func check(at time: Timestamp) throws -> [Timestamp] {
        try check(at: time, authorities: nodeAuthorities())
    }

    func check(at time: Timestamp, authorities: PinnedAuthorities) throws -> [Timestamp] {
        guard time >= content.validFrom.advanced(by: .zero - BrokerLimits.clockGrace),
            time <= content.validUntil
        else { throw BrokerError(.cardOutdated, object: node.text) }
        return try uses.map { certificate, profile in
            try authorities.check(certificate, for: profile, name: .node(node), at: time)
        } + [content.validUntil]
    }

    /// The three certificates with what each is for.
    var uses: [(Certificate, CertificateProfile)] {
        [(tls, .nodeTLS), (encryption, .nodeEncryption), (statement, .nodeStatement)]
    }

    /// Whether this card may follow `held`: of the same node and environment, newer, and signed by
    /// the statement key that `held` names.
    ///
    /// Throws `CARD_OUTDATED` for a version that is not newer, `CARD_INVALID` otherwise.
    package func checkSuccession(of held: NodeCard) throws {
        guard content.node == held.content.node,
            content.environment == held.content.environment
        else { throw invalid("node") }
        guard version > held.version else {
            throw BrokerError(
                .cardOutdated, object: node.text,
                context: ["version": "\(version)", "expected": "\(held.version + 1)"])
        }
        if version == held.version + 1, content.previous != held.fingerprint {
            throw invalid("previous")
        }
        guard statement != held.statement else {
            guard document.approver == nil else { throw invalid("signers") }
            return
        }
        guard document.approver?.identifier == SignerIdentifier(held.statement) else {
            throw invalid("signers")
        }
        _ = try document.verify { identifier in
            [statement, held.statement].first { SignerIdentifier($0) == identifier }
        }
    }

    /// Whether this card may be the first one known of a node: signed once.
    func checkFirst() throws {
        guard document.approver == nil else { throw invalid("signers") }
    }

    private func invalid(_ reason: String) -> BrokerError {
        BrokerError(.cardInvalid, object: node.text, context: ["reason": reason])
    }
}

extension NodeCard {
    /// Makes a card signed by the statement key that it names, and by the one before it when that
    /// was another.
    package static func make(
        _ content: CardContent, statement: Credential, previous: Credential? = nil,
        at time: Timestamp
    ) throws -> [UInt8] {
        let signed = try SignedDocument.sign(
            content: content.encoded, key: statement.key, certificate: statement.certificate,
            at: time)
        guard let previous, previous.certificate != statement.certificate else {
            return signed.derBytes
        }
        return try SignedDocument.approve(
            signed, key: previous.key, certificate: previous.certificate, at: time
        ).derBytes
    }
}
