package import EnlaceLog
package import EnlaceModel
package import EnlaceStore

extension SQLiteStore {
    package func createLog(
        _ origin: LogOrigin, first: EntryDraft
    ) async throws(StoreError) -> AppendedBatch {
        try await writer.write { try $0.createLog(origin, first: first) }
    }

    package func logs() async throws(StoreError) -> [LogRecord] {
        try await read { try $0.logs() }
    }

    package func log(_ origin: LogOrigin) async throws(StoreError) -> LogRecord? {
        try readAtOnce { try $0.log(origin) }
    }

    package func append(
        _ drafts: [EntryDraft], to origin: LogOrigin
    ) async throws(StoreError) -> AppendedBatch {
        try await writer.write { try $0.append(drafts, to: origin) }
    }

    package func entries(
        of origin: LogOrigin, from index: UInt64, limit: Int
    ) async throws(StoreError) -> [[UInt8]] {
        try await read { try $0.entries(of: origin, from: index, limit: limit) }
    }

    package func recordCheckpoint(
        _ checkpoint: CheckpointRecord, of origin: LogOrigin
    ) async throws(StoreError) {
        try await writer.write { transaction in
            _ = try transaction.ownLog(origin)
            try transaction.keep(checkpoint, of: origin)
        }
    }

    package func checkpoint(
        of origin: LogOrigin, size: UInt64
    ) async throws(StoreError) -> CheckpointRecord? {
        try readAtOnce { try $0.checkpoint(of: origin, size: size) }
    }

    package func recordPeer(
        _ peer: PeerRecord, endingProposal: MessageID?, localEntries: [EntryDraft]
    ) async throws(StoreError) {
        try await writer.write {
            try $0.keep(peer, endingProposal: endingProposal, localEntries: localEntries)
        }
    }

    package func peers() async throws(StoreError) -> [PeerRecord] {
        try await read { try $0.peers() }
    }

    package func recordEvidence(
        against peer: NodeID, code: ErrorCode, frame: [UInt8], localEntries: [EntryDraft],
        at: Timestamp
    ) async throws(StoreError) {
        try await writer.write(byteCount: 256 + frame.count) {
            try $0.keepEvidence(
                against: peer, code: code, frame: frame, localEntries: localEntries, at: at)
        }
    }

    package func recordOfficer(
        _ officer: OfficerRecord, endingProposal: MessageID?, localEntries: [EntryDraft]
    ) async throws(StoreError) {
        try await writer.write {
            try $0.keep(officer, endingProposal: endingProposal, localEntries: localEntries)
        }
    }

    package func officers() async throws(StoreError) -> [OfficerRecord] {
        try await read { try $0.officers() }
    }

    package func recordProposal(
        _ proposal: ProposalRecord, localEntries: [EntryDraft]
    ) async throws(StoreError) {
        try await writer.write { try $0.keep(proposal, localEntries: localEntries) }
    }

    package func proposals() async throws(StoreError) -> [ProposalRecord] {
        try await read { try $0.proposals() }
    }

    package func recordDirectory(
        _ directory: DirectoryRecord, localEntries: [EntryDraft]
    ) async throws(StoreError) {
        try await writer.write { try $0.keep(directory, localEntries: localEntries) }
    }

    package func newestDirectory(
        of node: NodeID
    ) async throws(StoreError) -> DirectoryRecord? {
        try readAtOnce { try $0.directory(of: node, version: nil) }
    }

    package func directory(
        of node: NodeID, version: UInt32
    ) async throws(StoreError) -> DirectoryRecord? {
        try readAtOnce { try $0.directory(of: node, version: version) }
    }
}
