import EnlaceModel

/// What a verifier trusts (C2SP tlog-policy): logs, witnesses, and which witnesses must have
/// cosigned a checkpoint.
///
/// Lines `log <vkey> [url]`, `witness <name> <vkey> [url]`, `group <name> <n|any|all> members...`
/// and exactly one `quorum <name|none>`. Names are opaque octets. No forward references; each name
/// is a member of one group at most; no key appears twice, not even as log and witness.
package struct TrustPolicy: Sendable {
    /// The most lines of logs, witnesses and groups together.
    package static let linesMax = 1024

    struct Group: Sendable {
        let threshold: Int
        let members: [[UInt8]]
    }

    package internal(set) var logs: [NoteVerifier] = []
    var witnesses: [[UInt8]: NoteVerifier] = [:]
    var groups: [[UInt8]: Group] = [:]
    /// `nil` asks for no cosignature.
    var quorum: [UInt8]?

    /// The keys of all witnesses.
    package var witnessKeys: [NoteVerifier] {
        witnesses.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
    }

    init() {}

    /// Whether these witnesses together are enough.
    package func isSatisfied(by cosigners: [NoteVerifier]) -> Bool {
        guard let quorum else { return true }
        return hasWitnessed(quorum, cosigners: cosigners)
    }

    /// The checkpoint with its cosignatures, if a listed log signed it and the quorum cosigned it.
    ///
    /// Refuses with `NOTE_MALFORMED`, `LOG_UNKNOWN`, `LOG_BAD_SIGNATURE`, and `PROOF_INVALID` when
    /// the quorum is missed.
    package func open(
        _ note: SignedNote, primitives: LogPrimitives
    ) throws(LogError) -> CosignedCheckpoint {
        let checkpoint = try Checkpoint(text: note.text)
        let keys = logs.filter { NoteKeyName.areSame($0.name, checkpoint.origin) }
        guard !keys.isEmpty else {
            throw LogError(.logUnknown, object: VisibleText.make(checkpoint.origin))
        }
        let opened = try CheckpointVerifier(
            origin: checkpoint.origin, logKeys: keys, witnesses: witnessKeys,
            primitives: primitives
        ).open(note)
        let cosigners = witnessKeys.filter { key in
            opened.cosignatures.contains { $0.noteSignature.isBy(key) }
        }
        guard isSatisfied(by: cosigners) else {
            throw LogError(
                .proofInvalid, object: VisibleText.make(checkpoint.origin),
                context: ["cause": "quorum"])
        }
        return opened
    }

    /// Ends, because a group has only members that were defined before it.
    private func hasWitnessed(_ name: [UInt8], cosigners: [NoteVerifier]) -> Bool {
        if let witness = witnesses[name] { return cosigners.contains(witness) }
        guard let group = groups[name] else { return false }
        let count = group.members.count { hasWitnessed($0, cosigners: cosigners) }
        return count >= group.threshold
    }
}
