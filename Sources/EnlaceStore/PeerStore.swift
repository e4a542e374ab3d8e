package import EnlaceLog
package import EnlaceModel

/// The nodes enrolled here.
package protocol PeerStore: Sendable {
    /// Adds a peer or replaces its record; ends the proposal when one is named.
    func recordPeer(
        _ peer: PeerRecord, endingProposal: MessageID?, localEntries: [EntryDraft]
    ) async throws(StoreError)

    func peers() async throws(StoreError) -> [PeerRecord]

    /// Keeps what a peer sent that contradicts what it sent before: proof of its misbehaviour.
    func recordEvidence(
        against peer: NodeID, code: ErrorCode, frame: [UInt8], localEntries: [EntryDraft],
        at: Timestamp
    ) async throws(StoreError)
}
