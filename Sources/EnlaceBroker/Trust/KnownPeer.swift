import EnlaceCrypto
package import EnlaceLog
package import EnlaceModel
import EnlaceStore

/// A peer as the store has it, decoded; approved or waiting for it.
struct KnownPeer: Sendable {
    var record: PeerRecord
    var card: NodeCard
    var directory: OfficerDirectory?

    /// What the stages are told, and until when that holds.
    struct Judgement: Sendable {
        let trust: PeerTrust
        /// Judges the certificates by which the peer connects.
        let nodeAuthorities: PinnedAuthorities
        /// The next moment at which a certificate, a list or the card begins or ends; nil when it
        /// can only change with what the peer sends.
        let reviewAt: Timestamp?
    }

    /// Judges card and officers at a time; this is where chains are checked, once and not per
    /// message.
    func judge(at time: Timestamp, hasher: TreeHasher) throws -> Judgement {
        let lists = directory?.content.revocationLists ?? []
        let nodes = try card.nodeAuthorities(later: lists)
        let authorities = try PinnedAuthorities(
            issuers: card.officerIssuers, revocationLists: card.content.revocationLists + lists)
        var trouble: ErrorCode?
        var moments: [Timestamp] = []
        do {
            moments = try card.check(at: time, authorities: nodes)
        } catch let error as any CodedError {
            trouble = error.code
            moments = [card.content.validUntil].filter { $0 >= time }
        }
        var signers: [SHA256Digest: TrustedSigner] = [:]
        for entry in directory?.entries ?? [] {
            let judgement = Self.judge(entry, authorities: authorities, at: time)
            if let refusal = judgement.refusal, PinnedAuthorities.isTrouble(refusal) {
                trouble = refusal
            }
            if let moment = judgement.reviewAt { moments.append(moment) }
            signers[entry.certificate.fingerprint] = TrustedSigner(
                officer: entry.officer, certificate: entry.certificate, roles: entry.roles,
                refusal: judgement.refusal)
        }
        return Judgement(
            trust: try trust(signers, trouble: trouble, hasher: hasher), nodeAuthorities: nodes,
            reviewAt: moments.min())
    }

    private func trust(
        _ signers: [SHA256Digest: TrustedSigner], trouble: ErrorCode?, hasher: TreeHasher
    ) throws -> PeerTrust {
        PeerTrust(
            node: card.node, cardVersion: card.version, encryption: card.recipient,
            logKey: card.content.logKey,
            witness: try WitnessName.verifier(
                of: card.node, environment: card.content.environment,
                publicKey: card.content.witnessKey, hasher: hasher),
            directoryVersion: directory?.version ?? 0, signers: signers, trouble: trouble)
    }

    private static func judge(
        _ entry: OfficerDirectory.Entry, authorities: PinnedAuthorities, at time: Timestamp
    ) -> PinnedAuthorities.Judgement {
        if entry.state == .revoked { return .init(refusal: .signerRevoked, reviewAt: nil) }
        guard entry.roles.contains(.officer) else {
            return .init(refusal: .signerLacksRole, reviewAt: nil)
        }
        return authorities.judge(signer: entry.certificate, officer: entry.officer, at: time)
    }
}

/// How the witness key of a node is called in cosignatures and verifier keys:
/// `enlace-<environment>/<node>/witness`.
package enum WitnessName {
    package static func text(of node: NodeID, environment: RunEnvironment) -> String {
        "enlace-\(environment.rawValue.lowercased())/\(node.text)/witness"
    }

    package static func verifier(
        of node: NodeID, environment: RunEnvironment, publicKey: [UInt8], hasher: TreeHasher
    ) throws(LogError) -> NoteVerifier {
        try NoteVerifier(
            name: text(of: node, environment: environment), kind: .cosignature,
            publicKey: publicKey, hasher: hasher)
    }
}
