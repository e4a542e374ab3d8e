import EnlaceModel

extension UnverifiedBatch {
    package init(_ message: NodeBatch, limits: SessionLimits = .standard) throws(WireError) {
        let cosignature =
            message.hasCosignature
            ? StatedCosignature(size: message.cosignature.size, line: message.cosignature.line)
            : nil
        // Counts first: what is too many is not even copied.
        guard message.entries.count <= limits.batchEntries,
            message.sealed.count <= limits.batchEntries
        else {
            throw WireError(
                .frameTooLarge, object: "batch", context: ["limit": "\(limits.batchEntries)"])
        }
        try self.init(
            oldSize: message.oldSize, entries: message.entries.map(\.wireBytes),
            sealed: message.sealed.map {
                Sealed(
                    index: $0.index, clearHeader: $0.clearHeader_p.wireBytes,
                    envelope: $0.envelope.wireBytes)
            },
            checkpoint: message.checkpoint.wireBytes, cosignature: cosignature, limits: limits)
    }

    package var message: NodeBatch {
        var message = NodeBatch()
        message.oldSize = oldSize
        message.entries = entries.map { .init(wire: $0) }
        message.sealed = sealed.map { item in
            var sealed = NodeSealed()
            sealed.index = item.index
            sealed.clearHeader_p = .init(wire: item.clearHeader)
            sealed.envelope = .init(wire: item.envelope)
            return sealed
        }
        message.checkpoint = .init(wire: checkpoint)
        if let cosignature {
            message.cosignature.size = cosignature.size
            message.cosignature.line = cosignature.line
        }
        return message
    }
}
