package import EnlaceModel

/// Which of two connections stays when two nodes have dialled each other: the one that the node with
/// the lower identifier dialled. Both sides come to the same answer without a word.
package enum SessionPreference {
    /// Whether a connection is the one that stays.
    package static func stays(isDialer: Bool, own: NodeID, peer: NodeID) -> Bool {
        isDialer == (own < peer)
    }
}
