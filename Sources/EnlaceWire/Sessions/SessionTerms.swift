import EnlaceModel

/// What two hellos have in common.
package struct SessionTerms: Sendable, Equatable {
    /// The newest protocol version that both speak.
    package let protocolVersion: UInt32
    /// The newest envelope version that both make and open.
    package let envelopeVersion: UInt32
    /// The smaller of each pair.
    package let limits: SessionLimits

    /// - Throws: ENVIRONMENT_MISMATCH, or PROTOCOL_VERSION when there is no common version of
    ///   protocol or envelope.
    init(own: PeerHello, peer: PeerHello) throws(WireError) {
        guard own.environment == peer.environment else {
            throw WireError(
                .environmentMismatch, object: peer.node.text,
                context: [
                    "expected": own.environment.rawValue, "found": peer.environment.rawValue,
                ])
        }
        let newest = min(own.protocolVersions.upperBound, peer.protocolVersions.upperBound)
        let oldest = max(own.protocolVersions.lowerBound, peer.protocolVersions.lowerBound)
        let envelopes = Set(own.envelopeVersions).intersection(peer.envelopeVersions)
        guard oldest <= newest, let envelope = envelopes.max() else {
            throw WireError(.protocolVersion, object: peer.node.text)
        }
        protocolVersion = newest
        envelopeVersion = envelope
        limits = own.limits.common(with: peer.limits)
    }
}
