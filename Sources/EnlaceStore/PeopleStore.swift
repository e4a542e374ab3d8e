package import EnlaceLog
package import EnlaceModel

/// The node's persons, acts that wait for a second person, and officer directories.
package protocol PeopleStore: Sendable {
    /// Adds an officer or replaces their record; ends the proposal when one is named.
    func recordOfficer(
        _ officer: OfficerRecord, endingProposal: MessageID?, localEntries: [EntryDraft]
    ) async throws(StoreError)

    func officers() async throws(StoreError) -> [OfficerRecord]

    func recordProposal(
        _ proposal: ProposalRecord, localEntries: [EntryDraft]
    ) async throws(StoreError)

    func proposals() async throws(StoreError) -> [ProposalRecord]

    /// Keeps a directory version, the own node's or a peer's; a version once kept never changes.
    func recordDirectory(
        _ directory: DirectoryRecord, localEntries: [EntryDraft]
    ) async throws(StoreError)

    func newestDirectory(of node: NodeID) async throws(StoreError) -> DirectoryRecord?

    func directory(of node: NodeID, version: UInt32) async throws(StoreError) -> DirectoryRecord?
}
