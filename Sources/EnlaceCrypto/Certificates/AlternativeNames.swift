import CEnlaceOpenSSL
import EnlaceModel

/// The subject alternative names of a certificate or request (RFC 5280 section 4.2.1.6).
package struct AlternativeNames: Hashable, Sendable {
    /// The most names read from one certificate.
    package static let countMax = 64

    /// The names of ours, in their order.
    package var names: [CertificateName]
    package var dnsNames: [String]
    /// IPv4 (4 bytes) and IPv6 (16 bytes) addresses.
    package var addresses: [IPAddress]

    package init(
        names: [CertificateName] = [], dnsNames: [String] = [], addresses: [IPAddress] = []
    ) {
        self.names = names
        self.dnsNames = dnsNames
        self.addresses = addresses
    }

    /// Reads a decoded extension; URIs of other schemes and other kinds of name are passed over.
    ///
    /// Throws `CERTIFICATE_WRONG_NAME` for a URI that starts like ours and is none.
    init(_ general: OpaquePointer) throws(CryptoError) {
        self.init()
        let count = OPENSSL_sk_num(general)
        guard count <= Self.countMax else {
            throw CryptoError(
                .certificateWrongName, object: "\(count) names",
                context: ["limit": "\(Self.countMax)"])
        }
        for index in 0..<max(0, count) { try add(general, index) }
    }

    private mutating func add(_ general: OpaquePointer, _ index: Int32) throws(CryptoError) {
        var start: UnsafePointer<UInt8>?
        var count: Int32 = 0
        let kind = enlace_general_name(general, index, &start, &count)
        let bytes = Array(UnsafeBufferPointer(start: start, count: Int(count)))
        let text = String(decoding: bytes, as: UTF8.self)
        switch kind {
        case GEN_URI where text.hasPrefix(CertificateName.scheme):
            names.append(try CertificateName(uri: text))
        case GEN_DNS: dnsNames.append(text)
        case GEN_IPADD:
            if let address = IPAddress(bytes: bytes) { addresses.append(address) }
        default: break
        }
    }

    /// The value of OpenSSL's configuration for the extension; `nil` when there is no name.
    ///
    /// Throws `CERTIFICATE_WRONG_NAME` for a host name whose characters could be read as more names.
    func configuration() throws(CryptoError) -> String? {
        if let wrong = dnsNames.first(where: { !Self.isHostName($0) }) {
            throw CryptoError(.certificateWrongName, object: VisibleText.make(wrong))
        }
        let parts =
            names.map { "URI:\($0.uri)" } + dnsNames.map { "DNS:\($0)" }
            + addresses.map { "IP:\($0.text)" }
        return parts.isEmpty ? nil : parts.joined(separator: ",")
    }

    private static func isHostName(_ text: String) -> Bool {
        (1...253).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."):
                    true
                default: false
                }
            }
    }
}
