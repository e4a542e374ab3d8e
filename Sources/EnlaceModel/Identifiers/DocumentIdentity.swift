/// What makes a document this document, also after its content is purged: where it came from and
/// its message identifier (design §4, "Identity").
package struct DocumentIdentity: Hashable, Sendable, CustomStringConvertible {
    package let origin: NodeID
    package let messageID: MessageID

    package init(origin: NodeID, messageID: MessageID) {
        self.origin = origin
        self.messageID = messageID
    }

    package var description: String { "\(origin.text)/\(messageID.text)" }
}
