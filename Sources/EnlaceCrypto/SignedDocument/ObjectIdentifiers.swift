/// The object identifiers of a signed document as whole DER elements.
enum ObjectIdentifiers {
    /// id-signedData, 1.2.840.113549.1.7.2.
    static let signedData = pkcs + [0x07, 0x02]
    /// id-data, 1.2.840.113549.1.7.1.
    static let data = pkcs + [0x07, 0x01]
    /// id-contentType, 1.2.840.113549.1.9.3.
    static let contentType = pkcs + [0x09, 0x03]
    /// id-messageDigest, 1.2.840.113549.1.9.4.
    static let messageDigest = pkcs + [0x09, 0x04]
    /// id-signingTime, 1.2.840.113549.1.9.5.
    static let signingTime = pkcs + [0x09, 0x05]
    /// id-aa-signingCertificateV2, 1.2.840.113549.1.9.16.2.47.
    static let signingCertificate = smime + [0x02, 0x2F]
    /// id-aa-ets-commitmentType, 1.2.840.113549.1.9.16.2.16.
    static let commitmentType = smime + [0x02, 0x10]
    /// id-cti-ets-proofOfOrigin, 1.2.840.113549.1.9.16.6.1.
    static let proofOfOrigin = smime + [0x06, 0x01]
    /// id-cti-ets-proofOfApproval, 1.2.840.113549.1.9.16.6.5.
    static let proofOfApproval = smime + [0x06, 0x05]

    private static let pkcs: [UInt8] = [0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01]
    private static let smime: [UInt8] = [
        0x06, 0x0B, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x10,
    ]
}
