package import EnlaceModel
package import EnlaceStore

extension PeerRecord {
    package static func fixture(
        _ node: NodeID = Fixture.fevimtra, version: UInt32 = 1, isApproved: Bool = true
    ) -> PeerRecord {
        PeerRecord(
            node: node, isApproved: isApproved, cardVersion: version,
            card: Array("card \(version) of \(node)".utf8),
            fingerprint: Fixture.digest("card \(version) of \(node)"),
            addedBy: Fixture.officer("a-1"), addedAt: ManualClock.start,
            approvedBy: isApproved ? Fixture.officer("a-2") : nil,
            approvedAt: isApproved ? ManualClock.start : nil)
    }
}

extension OfficerRecord {
    package static func fixture(
        _ name: String = "o-1001", roles: Set<Role> = [.officer], revokedAt: Timestamp? = nil
    ) -> OfficerRecord {
        OfficerRecord(
            officer: Fixture.officer(name), roles: roles,
            clientCertificate: Array("client \(name)".utf8),
            clientFingerprint: Fixture.digest("client \(name)"),
            signingCertificate: Array("signing \(name)".utf8),
            signingFingerprint: Fixture.digest("signing \(name)"), addedAt: ManualClock.start,
            revokedAt: revokedAt, statement: [1, 2, 3])
    }
}

extension ProposalRecord {
    package static func fixture(_ number: Int, subject: String = "x") -> ProposalRecord {
        ProposalRecord(
            id: Fixture.messageID(number), act: "peer", subject: subject, statement: [7],
            proposedBy: Fixture.officer("a-1"), proposedAt: ManualClock.start)
    }
}

extension DirectoryRecord {
    package static func fixture(
        _ node: NodeID = Fixture.fevimtra, version: UInt32 = 1, text: String = "directory"
    ) -> DirectoryRecord {
        let text = "\(text) \(version) of \(node)"
        return DirectoryRecord(
            node: node, version: version, digest: Fixture.digest(text), bytes: Array(text.utf8),
            recordedAt: ManualClock.start)
    }
}
