import CEnlaceOpenSSL

/// What the key of a certificate may do (RFC 5280 section 4.2.1.3), with the bits of OpenSSL.
package struct KeyUsage: OptionSet, Hashable, Sendable {
    package let rawValue: UInt32

    package init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    package static let digitalSignature = KeyUsage(rawValue: 0x0080)
    /// Called nonRepudiation in the older standards and in OpenSSL.
    package static let contentCommitment = KeyUsage(rawValue: 0x0040)
    package static let keyEncipherment = KeyUsage(rawValue: 0x0020)
    package static let dataEncipherment = KeyUsage(rawValue: 0x0010)
    package static let keyAgreement = KeyUsage(rawValue: 0x0008)
    package static let keyCertSign = KeyUsage(rawValue: 0x0004)
    package static let cRLSign = KeyUsage(rawValue: 0x0002)
    package static let encipherOnly = KeyUsage(rawValue: 0x0001)
    package static let decipherOnly = KeyUsage(rawValue: 0x8000)

    private static let named: [(KeyUsage, String)] = [
        (.digitalSignature, "digitalSignature"), (.contentCommitment, "nonRepudiation"),
        (.keyEncipherment, "keyEncipherment"), (.dataEncipherment, "dataEncipherment"),
        (.keyAgreement, "keyAgreement"), (.keyCertSign, "keyCertSign"), (.cRLSign, "cRLSign"),
        (.encipherOnly, "encipherOnly"), (.decipherOnly, "decipherOnly"),
    ]

    /// The names OpenSSL's configuration uses, in the order of the standard.
    package var names: [String] { Self.named.filter { contains($0.0) }.map(\.1) }
}

/// What else the key of a certificate is restricted to (RFC 5280 section 4.2.1.12).
package enum ExtendedKeyUsage: Hashable, Sendable, Comparable {
    case serverAuth
    case clientAuth
    /// Any other purpose, by its object identifier in dotted form.
    case other(String)

    init(identifier: String) {
        switch identifier {
        case "1.3.6.1.5.5.7.3.1": self = .serverAuth
        case "1.3.6.1.5.5.7.3.2": self = .clientAuth
        default: self = .other(identifier)
        }
    }

    /// The name that OpenSSL's configuration uses.
    package var name: String {
        switch self {
        case .serverAuth: "serverAuth"
        case .clientAuth: "clientAuth"
        case .other(let identifier): identifier
        }
    }
}
