package import EnlaceModel

/// What a list shall hold. All conditions apply together; results come newest first.
package struct DocumentQuery: Sendable {
    /// The most items a page may have.
    package static let pageItemsMax = 500

    package enum Direction: String, Sendable {
        case incoming
        case outgoing
        case both
    }

    /// Documents of this node, or for this node.
    package let direction: Direction
    /// Any of these states with any recipient; empty means all.
    package let states: Set<DeliveryState>
    /// Codes of document types; empty means all.
    package let types: Set<String>
    /// The other node.
    package let peer: NodeID?
    package let threadID: MessageID?
    /// Leaves out TLP:RED documents which do not name this officer and which they did not write.
    package let readableBy: OfficerID?
    /// Where the page before ended; opaque.
    package let cursor: String?
    /// At most `pageItemsMax`.
    package let limit: Int

    package init(
        direction: Direction, states: Set<DeliveryState>, types: Set<String>, peer: NodeID?,
        threadID: MessageID?, readableBy: OfficerID?, cursor: String?, limit: Int
    ) {
        self.direction = direction
        self.states = states
        self.types = types
        self.peer = peer
        self.threadID = threadID
        self.readableBy = readableBy
        self.cursor = cursor
        self.limit = limit
    }
}

/// A document with its deliveries, as lists and timelines show it.
package struct DocumentItem: Sendable, Equatable {
    package let document: DocumentRecord
    package let deliveries: [DeliveryRecord]

    package init(document: DocumentRecord, deliveries: [DeliveryRecord]) {
        self.document = document
        self.deliveries = deliveries
    }
}

/// One page of a list; `nextCursor` is nil on the last.
package struct DocumentPage: Sendable {
    package let items: [DocumentItem]
    package let nextCursor: String?

    package init(items: [DocumentItem], nextCursor: String?) {
        self.items = items
        self.nextCursor = nextCursor
    }
}
