package import EnlaceLog
package import EnlaceModel
package import EnlaceStore

extension InMemoryStore {
    package func createLog(
        _ origin: LogOrigin, first: EntryDraft
    ) async throws(StoreError) -> AppendedBatch {
        try transaction { state throws(StoreError) in try state.createLog(origin, first: first) }
    }

    package func logs() async throws(StoreError) -> [LogRecord] {
        try transaction { state throws(StoreError) in
            state.logs.keys.sorted { $0.text < $1.text }.compactMap { state.record(of: $0) }
        }
    }

    package func log(_ origin: LogOrigin) async throws(StoreError) -> LogRecord? {
        try transaction { state throws(StoreError) in state.record(of: origin) }
    }

    package func append(
        _ drafts: [EntryDraft], to origin: LogOrigin
    ) async throws(StoreError) -> AppendedBatch {
        try transaction { state throws(StoreError) in try state.append(drafts, to: origin) }
    }

    package func entries(
        of origin: LogOrigin, from index: UInt64, limit: Int
    ) async throws(StoreError) -> [[UInt8]] {
        try transaction { state throws(StoreError) in
            try state.entries(of: origin, from: index, limit: limit)
        }
    }

    package func recordCheckpoint(
        _ checkpoint: CheckpointRecord, of origin: LogOrigin
    ) async throws(StoreError) {
        try transaction { state throws(StoreError) in
            _ = try state.nextIndex(of: origin)
            try state.keep(checkpoint, of: origin)
        }
    }

    package func checkpoint(
        of origin: LogOrigin, size: UInt64
    ) async throws(StoreError) -> CheckpointRecord? {
        try transaction { state throws(StoreError) in state.logs[origin]?.checkpoints[size] }
    }

    package func recordPeer(
        _ peer: PeerRecord, endingProposal: MessageID?, localEntries: [EntryDraft]
    ) async throws(StoreError) {
        try transaction { state throws(StoreError) in
            try state.keep(peer, endingProposal: endingProposal, localEntries: localEntries)
        }
    }

    package func peers() async throws(StoreError) -> [PeerRecord] {
        try transaction { state throws(StoreError) in
            state.peers.values.sorted { $0.node < $1.node }
        }
    }

    package func recordEvidence(
        against peer: NodeID, code: ErrorCode, frame: [UInt8], localEntries: [EntryDraft],
        at: Timestamp
    ) async throws(StoreError) {
        try transaction { state throws(StoreError) in
            state.evidence.append(
                InMemoryState.Evidence(peer: peer, code: code, frame: frame, at: at))
            try state.appendLocal(localEntries)
        }
    }

    package func recordOfficer(
        _ officer: OfficerRecord, endingProposal: MessageID?, localEntries: [EntryDraft]
    ) async throws(StoreError) {
        try transaction { state throws(StoreError) in
            try state.keep(officer, endingProposal: endingProposal, localEntries: localEntries)
        }
    }

    package func officers() async throws(StoreError) -> [OfficerRecord] {
        try transaction { state throws(StoreError) in
            state.officers.values.sorted { $0.officer < $1.officer }
        }
    }

    package func recordProposal(
        _ proposal: ProposalRecord, localEntries: [EntryDraft]
    ) async throws(StoreError) {
        try transaction { state throws(StoreError) in
            try state.keep(proposal, localEntries: localEntries)
        }
    }

    package func proposals() async throws(StoreError) -> [ProposalRecord] {
        try transaction { state throws(StoreError) in
            state.proposals.values.sorted {
                ($0.proposedAt, $0.id) < ($1.proposedAt, $1.id)
            }
        }
    }

    package func recordDirectory(
        _ directory: DirectoryRecord, localEntries: [EntryDraft]
    ) async throws(StoreError) {
        try transaction { state throws(StoreError) in
            try state.keep(directory, localEntries: localEntries)
        }
    }

    package func newestDirectory(
        of node: NodeID
    ) async throws(StoreError) -> DirectoryRecord? {
        try transaction { state throws(StoreError) in state.newestDirectory(of: node) }
    }

    package func directory(
        of node: NodeID, version: UInt32
    ) async throws(StoreError) -> DirectoryRecord? {
        try transaction { state throws(StoreError) in
            state.directories[InMemoryState.DirectoryKey(node: node, version: version)]
        }
    }
}
