package import EnlaceCrypto
package import EnlaceModel

/// An officer directory whose signature by its node's statement key holds, with the certificates
/// decoded.
package struct OfficerDirectory: Sendable {
    /// One signing certificate in it.
    struct Entry: Sendable {
        let officer: OfficerID
        let certificate: Certificate
        let roles: Set<Role>
        let state: DirectoryContent.State
    }

    package let content: DirectoryContent
    /// The exact signed bytes.
    package let bytes: [UInt8]
    /// SHA-256 of `bytes`.
    package let digest: SHA256Digest
    let entries: [Entry]

    package var version: UInt32 { content.version }

    /// Opens a directory of the node that `statement` belongs to; throws `DIRECTORY_INVALID` with
    /// what is wrong as `reason`.
    ///
    /// - Parameter statement: nil for one from the store: it was verified when it came, and the key
    ///   may have been replaced since.
    init(_ bytes: [UInt8], node: NodeID, environment: RunEnvironment, statement: Certificate?)
        throws(BrokerError)
    {
        do {
            try self.init(
                checking: bytes, node: node, environment: environment, statement: statement)
        } catch let error as any CodedError {
            throw BrokerError(
                .directoryInvalid, object: node.text,
                context: ["reason": error.context["reason"] ?? error.code.rawValue])
        } catch {
            throw BrokerError(.internalError, object: node.text)
        }
    }

    private init(
        checking bytes: [UInt8], node: NodeID, environment: RunEnvironment, statement: Certificate?
    ) throws {
        func invalid(_ reason: String) -> BrokerError {
            BrokerError(.directoryInvalid, object: node.text, context: ["reason": reason])
        }
        guard bytes.count <= DirectoryContent.bytesMax else { throw invalid("size") }
        let document = try UnverifiedSignedDocument(bytes)
        guard document.approver == nil else { throw invalid("signers") }
        if let statement {
            let identifier = SignerIdentifier(statement)
            _ = try document.verify { $0 == identifier ? statement : nil }
        }
        content = try DirectoryContent(document.content)
        guard content.node == node else { throw invalid("node") }
        guard content.environment == environment else { throw invalid("environment") }
        entries = try content.officers.map { officer in
            Entry(
                officer: officer.officer,
                certificate: try Certificate(derBytes: officer.certificate),
                roles: Set(officer.roles), state: officer.state)
        }
        let fingerprints = Set(entries.map(\.certificate.fingerprint))
        guard fingerprints.count == entries.count else { throw invalid("officers") }
        self.bytes = bytes
        digest = document.digest
    }

    /// Whether this directory may follow `held`.
    func checkSuccession(of held: PublishedDirectory) throws(BrokerError) {
        let isNext = version == held.version + 1
        guard version > held.version, !isNext || content.previous == held.digest else {
            throw BrokerError(
                .directoryInvalid, object: content.node.text, context: ["reason": "version"])
        }
    }

    package static func make(
        _ content: DirectoryContent, statement: Credential, at time: Timestamp
    ) throws -> PublishedDirectory {
        let signed = try SignedDocument.sign(
            content: content.encoded, key: statement.key, certificate: statement.certificate,
            at: time)
        return PublishedDirectory(
            version: content.version, digest: signed.digest, bytes: signed.derBytes)
    }
}
