package import EnlaceModel

/// The first message of a node: who it is, what it can do and how far it is.
///
/// Well-formed, but believed only as far as the certificate and the logs bear it out. The own hello
/// is made by the memberwise initialiser, the peer's read from its message.
package struct PeerHello: Sendable, Equatable {
    package var node: NodeID
    package var environment: RunEnvironment
    package var protocolVersions: ClosedRange<UInt32>
    package var capabilities: [String]
    package var envelopeVersions: [UInt32]
    /// Document schemas accepted.
    package var schemas: [SchemaVersion]
    package var limits: SessionLimits
    package var cardVersion: UInt32
    /// The newest officer directory of the sender; 0 when there is none.
    package var directoryVersion: UInt32
    /// The directory that the sender holds of the receiver; 0 when none.
    package var heldDirectoryVersion: UInt32
    /// The text of the `LogOrigin` of the sender's channel log.
    package var logOrigin: String
    package var ownHead: StatedHead
    /// The head that the sender holds of the receiver's channel log.
    package var heldHead: StatedHead
    package var clock: Timestamp
    package var software: String

    package init(
        node: NodeID, environment: RunEnvironment,
        protocolVersions: ClosedRange<UInt32> = WireLimits.protocolVersions,
        capabilities: [String] = [], envelopeVersions: [UInt32] = WireLimits.envelopeVersions,
        schemas: [SchemaVersion], limits: SessionLimits = .standard, cardVersion: UInt32,
        directoryVersion: UInt32, heldDirectoryVersion: UInt32, logOrigin: String,
        ownHead: StatedHead, heldHead: StatedHead, clock: Timestamp, software: String
    ) {
        self.node = node
        self.environment = environment
        self.protocolVersions = protocolVersions
        self.capabilities = capabilities
        self.envelopeVersions = envelopeVersions
        self.schemas = schemas
        self.limits = limits
        self.cardVersion = cardVersion
        self.directoryVersion = directoryVersion
        self.heldDirectoryVersion = heldDirectoryVersion
        self.logOrigin = logOrigin
        self.ownHead = ownHead
        self.heldHead = heldHead
        self.clock = clock
        self.software = software
    }
}
