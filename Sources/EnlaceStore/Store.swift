package import EnlaceLog
package import EnlaceModel

/// What must be durable, in the domain's words. One conformance suite runs against every store.
///
/// `localEntries` of any record go to the node's local log in the same transaction. The index of an
/// entry is given inside the transaction that appends it.
package protocol Store: DocumentStore, LogStore, PeopleStore, PeerStore {
    /// Whose store this is, fixed when it was created.
    var identity: StoreIdentity { get }

    /// Waits for what is being written and closes; later calls fail.
    func close() async throws(StoreError)
}

/// The node and environment that a store belongs to, and its local log.
package struct StoreIdentity: Sendable, Equatable {
    package let node: NodeID
    package let environment: RunEnvironment
    package let localLog: LogOrigin

    package init(node: NodeID, environment: RunEnvironment, localLog: LogOrigin) {
        self.node = node
        self.environment = environment
        self.localLog = localLog
    }
}
