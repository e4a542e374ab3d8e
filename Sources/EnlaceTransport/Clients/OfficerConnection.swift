package import EnlaceModel

/// Who is at the other end of a connection to the client port.
package struct OfficerConnection: Sendable {
    package let officer: OfficerID
    /// The client certificate and the others that were sent, in DER.
    package let certificate: [UInt8]
    package let chain: [[UInt8]]
    /// The network address.
    package let source: String
}
