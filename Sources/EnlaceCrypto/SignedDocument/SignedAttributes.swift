import EnlaceModel

/// The five signed attributes of a signer, no more and no less (RFC 5652 section 11, RFC 5035
/// section 3, EN 319 122-1 section 5.2.3).
///
/// signingCertificateV2 holds one ESSCertIDv2 with the certificate's SHA-256, without issuer and
/// serial; commitmentTypeIndication holds one identifier without qualifiers.
struct SignedAttributes: Equatable {
    let contentDigest: [UInt8]
    /// Whole seconds.
    let signingTime: Timestamp
    let certificateDigest: SHA256Digest
    let commitment: Commitment

    /// The attributes in the order of SET OF, without the tag of the set.
    func encoded() throws(CryptoError) -> [UInt8] {
        let certificate = DER.element(DER.octetString, certificateDigest.bytes)
        let identifiers = DER.element(
            DER.sequence, DER.element(DER.sequence, DER.element(DER.sequence, certificate)))
        let attributes = [
            attribute(ObjectIdentifiers.contentType, ObjectIdentifiers.data),
            attribute(
                ObjectIdentifiers.messageDigest, DER.element(DER.octetString, contentDigest)),
            attribute(ObjectIdentifiers.signingTime, try SigningTime.encode(signingTime)),
            attribute(ObjectIdentifiers.signingCertificate, identifiers),
            attribute(
                ObjectIdentifiers.commitmentType,
                DER.element(DER.sequence, commitment.objectIdentifier)),
        ]
        return Array(attributes.sorted(by: DER.precedes).joined())
    }

    private func attribute(_ type: [UInt8], _ value: [UInt8]) -> [UInt8] {
        DER.element(DER.sequence, type, DER.element(DER.set, value))
    }
}

extension SignedAttributes {
    /// Reads exactly what `encoded` writes.
    init(_ bytes: [UInt8], algorithm: SignatureAlgorithm) throws(DERReader.Fault) {
        var values: [[UInt8]: [UInt8]] = [:]
        var reader = DERReader(bytes)
        while !reader.isAtEnd {
            var attribute = try reader.nested(DER.sequence)
            let type = try attribute.element(DER.objectIdentifier)
            let value = try attribute.element(DER.set)
            try attribute.finish()
            values[Array(bytes[type])] = Array(bytes[value])
        }
        let fault = DERReader.Fault(offset: 0)
        guard let digest = Self.content(values, ObjectIdentifiers.messageDigest),
            let time = Self.content(values, ObjectIdentifiers.signingTime),
            let moment = SigningTime.decode(time),
            let identifiers = Self.content(values, ObjectIdentifiers.signingCertificate),
            let certificate = try? SHA256Digest(bytes: identifiers.suffix(SHA256Digest.byteCount)),
            let type = Self.content(values, ObjectIdentifiers.commitmentType),
            let commitment = Commitment.allCases.first(where: {
                type == DER.element(DER.sequence, $0.objectIdentifier)
            })
        else { throw fault }
        self.init(
            contentDigest: Array(digest.suffix(algorithm.digestBytes)), signingTime: moment,
            certificateDigest: certificate, commitment: commitment)
        // One shape only: an attribute more, a value more, another order or length ends here.
        guard let again = try? encoded(), again == bytes else { throw fault }
    }

    private static func content(_ values: [[UInt8]: [UInt8]], _ type: [UInt8]) -> [UInt8]? {
        values[Array(type.dropFirst(2))]
    }
}
