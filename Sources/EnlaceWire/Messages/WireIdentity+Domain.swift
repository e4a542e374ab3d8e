package import EnlaceModel

extension WireIdentity {
    package init(_ identity: DocumentIdentity) {
        self.init()
        origin = identity.origin.text
        messageID = .init(wire: identity.messageID.bytes)
    }

    /// Checked: a well-formed node and 16 bytes.
    package var identity: DocumentIdentity {
        get throws(WireError) {
            guard let node = try? NodeID(origin), let id = try? MessageID(bytes: messageID) else {
                throw .malformed("identity", "origin or message id")
            }
            return DocumentIdentity(origin: node, messageID: id)
        }
    }
}
