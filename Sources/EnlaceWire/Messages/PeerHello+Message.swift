import EnlaceModel

extension PeerHello {
    /// Checks a peer's message; schemas that this version cannot even read are left out.
    package init(_ message: NodeHello) throws(WireError) {
        guard let node = try? NodeID(message.node) else { throw .malformed("hello", "node") }
        guard let environment = RunEnvironment(rawValue: message.environment) else {
            throw .malformed("hello", "environment")
        }
        guard message.protocolMin > 0, message.protocolMin <= message.protocolMax else {
            throw .malformed("hello", "protocol")
        }
        try Self.checkCounts(message)
        guard message.hasOwnHead, message.hasHeldHead else { throw .malformed("hello", "heads") }
        self.init(
            node: node, environment: environment,
            protocolVersions: message.protocolMin...message.protocolMax,
            capabilities: message.capabilities, envelopeVersions: message.envelopeVersions,
            schemas: message.schemas.compactMap { try? SchemaVersion($0) },
            limits: SessionLimits(
                documentBytes: Int(clamping: message.documentBytesMax),
                batchEntries: Int(message.batchEntriesMax),
                batchBytes: Int(clamping: message.batchBytesMax)),
            cardVersion: message.cardVersion, directoryVersion: message.directoryVersion,
            heldDirectoryVersion: message.heldDirectoryVersion, logOrigin: message.logOrigin,
            ownHead: try StatedHead(message.ownHead), heldHead: try StatedHead(message.heldHead),
            clock: Timestamp(milliseconds: message.clockMilliseconds),
            software: VisibleText.make(message.software))
    }

    package var message: NodeHello {
        var message = NodeHello()
        message.node = node.text
        message.environment = environment.rawValue
        message.protocolMin = protocolVersions.lowerBound
        message.protocolMax = protocolVersions.upperBound
        message.capabilities = capabilities
        message.envelopeVersions = envelopeVersions
        message.schemas = schemas.map(\.text)
        message.documentBytesMax = UInt64(limits.documentBytes)
        message.batchEntriesMax = UInt32(limits.batchEntries)
        message.batchBytesMax = UInt64(limits.batchBytes)
        message.cardVersion = cardVersion
        message.directoryVersion = directoryVersion
        message.heldDirectoryVersion = heldDirectoryVersion
        message.logOrigin = logOrigin
        message.ownHead = ownHead.message
        message.heldHead = heldHead.message
        message.clockMilliseconds = clock.milliseconds
        message.software = software
        return message
    }

    private static func checkCounts(_ message: NodeHello) throws(WireError) {
        let texts =
            message.capabilities + message.schemas + [message.logOrigin, message.software]
        guard message.capabilities.count <= WireLimits.capabilitiesMax,
            message.schemas.count <= WireLimits.schemasMax,
            (1...WireLimits.envelopeVersionsMax).contains(message.envelopeVersions.count),
            texts.allSatisfy({ $0.utf8.count <= WireLimits.textBytesMax })
        else { throw .malformed("hello", "a list or text is too long") }
        guard message.documentBytesMax > 0, message.batchEntriesMax > 0, message.batchBytesMax > 0
        else { throw .malformed("hello", "limits") }
    }
}
