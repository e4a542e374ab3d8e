import EnlaceLog
import EnlaceModel
import EnlaceStore

extension InMemoryState {
    mutating func endProposal(_ id: MessageID?) throws(StoreError) {
        guard let id else { return }
        guard proposals.removeValue(forKey: id) != nil else {
            throw StoreError(.notFound, object: id.text)
        }
    }

    mutating func keep(
        _ peer: PeerRecord, endingProposal: MessageID?, localEntries: [EntryDraft]
    ) throws(StoreError) {
        if let kept = peers[peer.node], kept.cardVersion > peer.cardVersion {
            throw StoreError(.cardOutdated, object: peer.node.text)
        }
        try endProposal(endingProposal)
        peers[peer.node] = peer
        try appendLocal(localEntries)
    }

    mutating func keep(
        _ officer: OfficerRecord, endingProposal: MessageID?, localEntries: [EntryDraft]
    ) throws(StoreError) {
        let isTaken = officers.values.contains { other in
            other.officer != officer.officer
                && (other.clientFingerprint == officer.clientFingerprint
                    || other.signingFingerprint == officer.signingFingerprint)
        }
        guard !isTaken else { throw StoreError(.officerExists, object: officer.officer.text) }
        try endProposal(endingProposal)
        officers[officer.officer] = officer
        try appendLocal(localEntries)
    }

    mutating func keep(
        _ proposal: ProposalRecord, localEntries: [EntryDraft]
    ) throws(StoreError) {
        if let kept = proposals[proposal.id] {
            guard kept == proposal else { throw StoreError(.conflict, object: proposal.id.text) }
            return
        }
        proposals[proposal.id] = proposal
        try appendLocal(localEntries)
    }

    mutating func keep(
        _ directory: DirectoryRecord, localEntries: [EntryDraft]
    ) throws(StoreError) {
        let key = DirectoryKey(node: directory.node, version: directory.version)
        if let kept = directories[key] {
            guard kept.digest == directory.digest else {
                throw StoreError(
                    .conflict, object: directory.node.text,
                    context: ["version": "\(directory.version)"])
            }
            return
        }
        directories[key] = directory
        try appendLocal(localEntries)
    }

    func newestDirectory(of node: NodeID) -> DirectoryRecord? {
        directories.values.filter { $0.node == node }.max { $0.version < $1.version }
    }
}
