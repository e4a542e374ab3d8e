import CEnlaceOpenSSL
package import EnlaceModel

/// The serial number that an issuer gave to a certificate (RFC 5280 section 4.1.2.2): positive, at
/// most 20 bytes, unique for that issuer.
package struct CertificateSerial: Hashable, Sendable, CustomStringConvertible {
    /// The longest serial number accepted.
    package static let bytesMax = 20
    /// How many random bytes a number of ours has.
    package static let randomBytes = 16

    /// Big-endian, without leading zeros, not empty.
    package let bytes: [UInt8]

    /// Draws a new one.
    package init(random source: some RandomSource) {
        var bytes = source.bytes(Self.randomBytes)
        // A number that starts with zeros would be shorter than the others; zero itself is refused.
        if bytes[0] == 0 { bytes[0] = 1 }
        self.bytes = bytes
    }

    /// Reads hexadecimal digits of either case, as `text` and the openssl command show them.
    package init(_ text: String) throws(CryptoError) {
        let digits = text.utf8.count.isMultiple(of: 2) ? text : "0" + text
        guard let bytes = Hex.decode(digits.utf8),
            let serial = CertificateSerial(magnitude: bytes)
        else { throw CryptoError(.notFound, object: VisibleText.make(text)) }
        self = serial
    }

    init?(magnitude: [UInt8]) {
        bytes = Array(magnitude.drop { $0 == 0 })
        guard (1...Self.bytesMax).contains(bytes.count) else { return nil }
    }

    /// `nil` for a number that is negative, zero or too long.
    init?(_ integer: UnsafePointer<ASN1_INTEGER>?) {
        guard let integer, ASN1_STRING_type(integer) == V_ASN1_INTEGER else { return nil }
        self.init(magnitude: asn1Bytes(integer))
    }

    /// Lends the number to OpenSSL for the length of the call.
    func withInteger<Result>(
        _ body: (UnsafeMutablePointer<ASN1_INTEGER>) throws(CryptoError) -> Result
    ) throws(CryptoError) -> Result {
        let number = BN_bin2bn(bytes, Int32(bytes.count), nil)
        defer { BN_free(number) }
        guard let integer = BN_to_ASN1_INTEGER(number, nil) else {
            throw CryptoError(.cryptoFailure, object: "serial number")
        }
        defer { ASN1_INTEGER_free(integer) }
        return try body(integer)
    }

    /// Lower-case hexadecimal digits.
    package var text: String { Hex.encode(bytes) }

    package var description: String { text }
}

/// The content bytes of an ASN.1 string, integer or octet string.
func asn1Bytes(_ string: UnsafePointer<ASN1_STRING>?) -> [UInt8] {
    guard let string else { return [] }
    let count = Int(ASN1_STRING_length(string))
    return Array(UnsafeBufferPointer(start: ASN1_STRING_get0_data(string), count: count))
}
