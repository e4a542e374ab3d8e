import CEnlaceOpenSSL
import EnlaceModel

/// The distinguished name that a request or an authority carries, for people to read; rights depend
/// on `CertificateName` only. Written as UTF8String (RFC 5280 section 4.1.2.4).
package struct CertificateSubject: Hashable, Sendable {
    /// The most characters of each part (RFC 5280 appendix A.1, upper bounds).
    package static let charactersMax = 64

    package let commonName: String
    package let organization: String?
    /// Two letters, such as `US` or `MX`.
    package let country: String?

    package init(commonName: String, organization: String? = nil, country: String? = nil) {
        self.commonName = commonName
        self.organization = organization
        self.country = country
    }

    /// The usual subject of a node or an officer: what the name says and nothing more.
    package init(_ name: CertificateName) {
        switch name {
        case .node(let node):
            self.init(commonName: node.text, country: node.country)
        case .officer(let officer):
            self.init(
                commonName: officer.opaque, organization: officer.node.text,
                country: officer.node.country)
        }
    }

    /// Lends the name to OpenSSL for the length of the call.
    ///
    /// Throws `VALUE_OUT_OF_RANGE` for a part that is empty or too long.
    func withName<Result>(
        _ body: (OpaquePointer) throws(CryptoError) -> Result
    ) throws(CryptoError) -> Result {
        ERR_clear_error()
        guard let name = X509_NAME_new() else {
            throw CryptoError(.cryptoFailure, object: "name")
        }
        defer { X509_NAME_free(name) }
        try add("C", country, to: name)
        try add("O", organization, to: name)
        try add("CN", commonName, to: name)
        return try body(name)
    }

    private func add(
        _ key: String, _ value: String?, to name: OpaquePointer
    ) throws(CryptoError) {
        guard let value else { return }
        let bytes = Array(value.utf8)
        let limit = key == "C" ? 2...2 : 1...Self.charactersMax
        guard limit.contains(value.unicodeScalars.count),
            X509_NAME_add_entry_by_txt(
                name, key, MBSTRING_FLAG, bytes, Int32(bytes.count), -1, 0) == 1
        else {
            throw CryptoError(
                .valueOutOfRange, object: "\(key)=\(VisibleText.make(value))",
                context: ["expected": "\(limit.lowerBound)–\(limit.upperBound)"])
        }
    }
}
