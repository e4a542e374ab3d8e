package import EnlaceModel

/// Who is at the other end, as known when the handshake is done.
package struct TLSPeer: Sendable, Equatable {
    /// The certificate that the peer proved the key of, in DER; the verifier accepted it.
    package let certificateBytes: [UInt8]
    /// The other certificates it sent, in its order.
    package let chainBytes: [[UInt8]]
    /// What was agreed to be spoken.
    package let protocolName: String
    /// The group of the key agreement, for the record: `P-256`, `X25519MLKEM768`.
    package let group: String
}

/// What a verifier says about a peer's certificates.
package enum TLSVerdict: Sendable {
    case accepted
    /// The error comes out of the engine as it is; its code decides the alert that the peer gets.
    case refused(any CodedError)
}

/// Judges a peer by its certificate and the others it sent, all in DER.
///
/// It is called once, inside the handshake, on the thread that drives the engine, before anything of
/// the peer's is believed.
package typealias TLSPeerVerifier =
    @Sendable (_ leaf: [UInt8], _ chain: [[UInt8]]) -> TLSVerdict
