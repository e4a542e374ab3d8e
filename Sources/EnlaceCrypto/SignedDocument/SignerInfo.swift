import EnlaceModel

/// One signature of a document:
///
///     SignerInfo { version 1, issuerAndSerialNumber, digestAlgorithm,     -- RFC 5652 section 5.3
///       signedAttrs [0], signatureAlgorithm, signature OCTET STRING }
struct SignerInfo: Equatable {
    /// The largest IssuerAndSerialNumber taken, in bytes.
    static let issuerAndSerialBytesMax = 4096

    private static let version: [UInt8] = [0x02, 0x01, 0x01]

    let issuerAndSerialBytes: [UInt8]
    let algorithm: SignatureAlgorithm
    let attributes: SignedAttributes
    let signature: [UInt8]

    var identifier: SignerIdentifier {
        SignerIdentifier(
            issuerAndSerialBytes: issuerAndSerialBytes,
            certificateDigest: attributes.certificateDigest)
    }

    func encoded() throws(CryptoError) -> [UInt8] {
        DER.element(
            DER.sequence, Self.version, issuerAndSerialBytes, algorithm.digestIdentifier,
            DER.element(DER.context(0), try attributes.encoded()), algorithm.signatureIdentifier,
            DER.element(DER.octetString, signature))
    }

    /// What the signature is made over: the attributes as a SET OF in DER (section 5.4).
    static func signedBytes(_ attributes: SignedAttributes) throws(CryptoError) -> [UInt8] {
        DER.element(DER.set, try attributes.encoded())
    }
}

extension SignerInfo {
    /// Reads the content of the sequence; accepts exactly what `encoded` writes.
    init(_ bytes: [UInt8], _ part: Range<Int>) throws(DERReader.Fault) {
        var reader = DERReader(bytes, part)
        try reader.literal(Self.version)
        let start = reader.position
        var identifier = try reader.nested(DER.sequence)
        let name = start..<reader.position
        _ = try identifier.element(DER.sequence)
        _ = try identifier.element(DER.integer)
        try identifier.finish()
        guard name.count <= Self.issuerAndSerialBytesMax else {
            throw DERReader.Fault(offset: start)
        }
        issuerAndSerialBytes = Array(bytes[name])
        algorithm = try Self.algorithm(&reader)
        let attributes = try reader.element(DER.context(0))
        self.attributes = try SignedAttributes(Array(bytes[attributes]), algorithm: algorithm)
        try reader.literal(algorithm.signatureIdentifier)
        let signature = try reader.element(DER.octetString)
        guard signature.count <= ECDSA.signatureBytesMax else {
            throw DERReader.Fault(offset: signature.lowerBound)
        }
        self.signature = Array(bytes[signature])
        try reader.finish()
    }

    private static func algorithm(
        _ reader: inout DERReader
    ) throws(DERReader.Fault) -> SignatureAlgorithm {
        for algorithm in SignatureAlgorithm.allCases {
            let before = reader
            if (try? reader.literal(algorithm.digestIdentifier)) != nil { return algorithm }
            reader = before
        }
        throw DERReader.Fault(offset: reader.position)
    }
}
