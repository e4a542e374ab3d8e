/// What is spoken inside a TLS connection, agreed by ALPN (RFC 7301); each has a port of its own.
package enum TLSProtocol: String, Sendable, CaseIterable {
    /// Between two nodes.
    case node = "enlace-node/1"
    /// Between an officer's machine and its node.
    case client = "enlace-client/1"

    /// A ProtocolNameList with this one name, without its outer length.
    var offered: [UInt8] { [UInt8(rawValue.utf8.count)] + Array(rawValue.utf8) }
}
