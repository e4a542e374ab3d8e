import EnlaceLog
import EnlaceModel
import EnlaceStore
import Testing

extension StoreConformance {
    static let people: [StorePromise] = [
        StorePromise("a peer is added, replaced and never by an older card") { bench in
            let first = PeerRecord.fixture(isApproved: false)
            try await bench.store.recordPeer(
                first, endingProposal: nil, localEntries: [Fixture.local(.peerProposed)])
            #expect(try await bench.store.peers() == [first])
            let second = PeerRecord.fixture(version: 2)
            try await bench.store.recordPeer(second, endingProposal: nil, localEntries: [])
            await bench.expectFailure(.cardOutdated) {
                try await bench.store.recordPeer(
                    first, endingProposal: nil, localEntries: [Fixture.local(.peerAdded)])
            }
            #expect(try await bench.store.peers() == [second])
            #expect(try await bench.size(bench.store.identity.localLog) == 2)
        },
        StorePromise("recording an act ends its proposal; an ended one cannot end again") { bench in
            let proposals = [ProposalRecord.fixture(1), .fixture(2)]
            for proposal in proposals {
                try await bench.store.recordProposal(proposal, localEntries: [])
            }
            #expect(Set(try await bench.store.proposals().map(\.id)) == Set(proposals.map(\.id)))
            try await bench.store.recordPeer(
                .fixture(), endingProposal: proposals[0].id, localEntries: [])
            #expect(try await bench.store.proposals() == [proposals[1]])
            await bench.expectFailure(.notFound) {
                try await bench.store.recordOfficer(
                    .fixture(), endingProposal: proposals[0].id, localEntries: [])
            }
            #expect(try await bench.store.officers().isEmpty)
            try await bench.store.recordOfficer(
                .fixture(), endingProposal: proposals[1].id, localEntries: [])
            #expect(try await bench.store.proposals().isEmpty)
        },
        StorePromise("a proposal recorded again is the same, another under its number refused") {
            bench in
            let entries = [Fixture.local(.officerProposed)]
            for _ in 0..<2 {
                try await bench.store.recordProposal(.fixture(1), localEntries: entries)
            }
            await bench.expectFailure(.conflict) {
                try await bench.store.recordProposal(
                    .fixture(1, subject: "other"), localEntries: entries)
            }
            #expect(try await bench.store.proposals() == [.fixture(1)])
            #expect(try await bench.size(bench.store.identity.localLog) == 2)
        },
        StorePromise("an officer is added and replaced; certificates belong to one officer") {
            bench in
            let officer = OfficerRecord.fixture(roles: [.officer, .administrator])
            try await bench.store.recordOfficer(
                officer, endingProposal: nil, localEntries: [Fixture.local(.officerAdded)])
            #expect(try await bench.store.officers() == [officer])
            let revoked = OfficerRecord.fixture(roles: [], revokedAt: bench.time(3))
            try await bench.store.recordOfficer(revoked, endingProposal: nil, localEntries: [])
            #expect(try await bench.store.officers() == [revoked])
            var thief = OfficerRecord.fixture("thief")
            thief.clientFingerprint = officer.clientFingerprint
            let taken = thief
            await bench.expectFailure(.officerExists) {
                try await bench.store.recordOfficer(taken, endingProposal: nil, localEntries: [])
            }
        },
        StorePromise("a directory version once kept never changes") { bench in
            let records = (1...3).map { DirectoryRecord.fixture(version: UInt32($0)) }
            for record in [records[0], records[2], records[1]] {
                try await bench.store.recordDirectory(
                    record, localEntries: [Fixture.local(.directoryReceived)])
            }
            try await bench.store.recordDirectory(
                records[0], localEntries: [Fixture.local(.directoryReceived)])
            #expect(try await bench.size(bench.store.identity.localLog) == 4)
            await bench.expectFailure(.conflict) {
                try await bench.store.recordDirectory(
                    .fixture(version: 2, text: "other"), localEntries: [])
            }
            let node = Fixture.fevimtra
            #expect(try await bench.store.newestDirectory(of: node) == records[2])
            #expect(try await bench.store.directory(of: node, version: 2) == records[1])
            #expect(try await bench.store.directory(of: node, version: 4) == nil)
            #expect(try await bench.store.newestDirectory(of: Fixture.hsi) == nil)
        },
        StorePromise("evidence against a peer is kept with its local entry") { bench in
            try await bench.store.recordEvidence(
                against: Fixture.fevimtra, code: .logInconsistent, frame: [1, 2, 3],
                localEntries: [Fixture.local(.peerMisbehaved)], at: bench.start)
            let local = try await bench.entries(bench.store.identity.localLog)
            #expect(local.last?.body.name == "PEER_MISBEHAVED")
        },
    ]
}
