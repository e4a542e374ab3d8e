package import EnlaceModel

/// A signed document that has the one allowed shape, and of which nothing is proven yet.
///
///     ContentInfo { id-signedData, [0] SignedData {            -- RFC 5652 section 5.1, in DER
///       version 1, digestAlgorithms, { id-data, [0] OCTET STRING content }, signerInfos } }
///
/// The content is attached. There are no certificates, no revocation lists and no unsigned
/// attributes. One or two signers with different certificates: exactly one of origin, at most one
/// of approval. The content's bytes mean nothing here: a document, a card, a directory.
package struct UnverifiedSignedDocument: Sendable, Equatable {
    /// One signature as it is claimed.
    package struct Signer: Sendable, Equatable {
        let info: SignerInfo

        package var identifier: SignerIdentifier { info.identifier }
        package var signingTime: Timestamp { info.attributes.signingTime }
        package var commitment: Commitment { info.attributes.commitment }
    }

    /// The exact bytes.
    package let derBytes: [UInt8]
    /// The bytes that were signed.
    package let content: [UInt8]
    package let author: Signer
    package let approver: Signer?

    package var signers: [Signer] { [author] + (approver.map { [$0] } ?? []) }

    /// SHA-256 over the exact bytes, which tells one signed document from another.
    package var digest: SHA256Digest { SHA256.digest(derBytes) }

    /// Reads the exact shape.
    ///
    /// Throws `DOCUMENT_TOO_LARGE`, `SIGNED_DOCUMENT_MALFORMED` with the `offset` from which on the
    /// bytes are not the ones allowed, and `SIGNER_SET_INVALID`.
    package init(_ derBytes: [UInt8]) throws(CryptoError) {
        guard derBytes.count <= SignedDocument.contentBytesMax + SignedDocument.overheadBytesMax
        else { throw SignedDocument.tooLarge(derBytes.count) }
        let parsed: Parsed
        do {
            parsed = try Parsed(derBytes)
        } catch {
            throw CryptoError(
                .signedDocumentMalformed, object: "signed document",
                context: ["offset": "\(error.offset)"])
        }
        guard parsed.content.count <= SignedDocument.contentBytesMax else {
            throw SignedDocument.tooLarge(parsed.content.count)
        }
        self.derBytes = derBytes
        content = Array(derBytes[parsed.content])
        (author, approver) = try Self.roles(of: parsed.signers)
    }

    private static func roles(
        of infos: [SignerInfo]
    ) throws(CryptoError) -> (author: Signer, approver: Signer?) {
        let authors = infos.filter { $0.attributes.commitment == .origin }
        let approvers = infos.filter { $0.attributes.commitment == .approval }
        guard authors.count == 1, approvers.count <= 1, let author = authors.first else {
            throw SignedDocument.signerSet(
                "\(authors.count) of origin, \(approvers.count) of approval")
        }
        if let approver = approvers.first,
            approver.issuerAndSerialBytes == author.issuerAndSerialBytes
                || approver.attributes.certificateDigest == author.attributes.certificateDigest
        {
            throw SignedDocument.signerSet("the same certificate twice")
        }
        return (Signer(info: author), approvers.first.map { Signer(info: $0) })
    }
}

/// The parts of the message, once every byte of it is accounted for.
private struct Parsed {
    let content: Range<Int>
    let signers: [SignerInfo]

    init(_ bytes: [UInt8]) throws(DERReader.Fault) {
        var message = DERReader(bytes)
        var outer = try message.nested(DER.sequence)
        try message.finish()
        try outer.literal(ObjectIdentifiers.signedData)
        var explicit = try outer.nested(DER.context(0))
        try outer.finish()
        var body = try explicit.nested(DER.sequence)
        try explicit.finish()
        try body.literal(SignedDocument.version)
        let algorithms = try body.element(DER.set)
        var encapsulated = try body.nested(DER.sequence)
        try encapsulated.literal(ObjectIdentifiers.data)
        var attached = try encapsulated.nested(DER.context(0))
        try encapsulated.finish()
        content = try attached.element(DER.octetString)
        try attached.finish()
        let signers = try body.element(DER.set)
        try body.finish()
        self.signers = try Self.signers(bytes, signers)
        guard bytes[algorithms].elementsEqual(SignedDocument.digestIdentifiers(self.signers)) else {
            throw DERReader.Fault(offset: algorithms.lowerBound)
        }
    }

    private static func signers(
        _ bytes: [UInt8], _ part: Range<Int>
    ) throws(DERReader.Fault) -> [SignerInfo] {
        var reader = DERReader(bytes, part)
        var infos: [SignerInfo] = []
        var previous: [UInt8] = []
        while !reader.isAtEnd {
            let start = reader.position
            let info = try reader.element(DER.sequence)
            let element = Array(bytes[start..<reader.position])
            guard infos.count < SignedDocument.signersMax, DER.precedes(previous, element) else {
                throw DERReader.Fault(offset: start)
            }
            infos.append(try SignerInfo(bytes, info))
            previous = element
        }
        return infos
    }
}
