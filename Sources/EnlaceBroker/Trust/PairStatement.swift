import EnlaceCrypto
package import EnlaceModel

/// A statement whose signatures hold, with the administrators of this node who made them.
package struct PairStatement: Sendable {
    package let content: StatementContent
    /// The exact signed bytes.
    package let bytes: [UInt8]
    package let first: OfficerID
    /// Another administrator, once there are both.
    package let second: OfficerID?

    /// Opens a statement that must take effect at this node.
    ///
    /// - Parameter lookup: the persons of this node by their signing certificates.
    ///
    /// Throws `STATEMENT_INVALID`, the refusal of a signer, `SIGNER_LACKS_ROLE` for one who is no
    /// administrator, and `SECOND_PERSON_REQUIRED` when one person signed twice.
    package init(
        _ bytes: [UInt8], node: NodeID, lookup: (SHA256Digest) -> TrustedSigner?
    ) throws {
        guard bytes.count <= StatementContent.bytesMax else { throw Self.invalid("size") }
        let document = try UnverifiedSignedDocument(bytes)
        let first = try Self.administrator(document.author, lookup)
        let second = try document.approver.map { try Self.administrator($0, lookup) }
        guard first.officer != second?.officer else {
            throw BrokerError(.secondPersonRequired, object: first.officer.text)
        }
        _ = try document.verify { identifier in lookup(identifier.certificateDigest)?.certificate }
        content = try StatementContent(document.content)
        guard content.node == node else { throw Self.invalid("node") }
        self.bytes = bytes
        self.first = first.officer
        self.second = second?.officer
    }

    private static func administrator(
        _ signer: UnverifiedSignedDocument.Signer, _ lookup: (SHA256Digest) -> TrustedSigner?
    ) throws -> TrustedSigner {
        let digest = signer.identifier.certificateDigest
        guard let found = lookup(digest) else {
            throw BrokerError(.signerUnknown, object: digest.hex)
        }
        if let refusal = found.refusal { throw BrokerError(refusal, object: found.officer.text) }
        guard found.roles.contains(.administrator) else {
            throw BrokerError(
                .signerLacksRole, object: found.officer.text,
                context: ["role": Role.administrator.rawValue])
        }
        return found
    }

    private static func invalid(_ reason: String) -> BrokerError {
        BrokerError(.statementInvalid, object: "statement", context: ["reason": reason])
    }
}
