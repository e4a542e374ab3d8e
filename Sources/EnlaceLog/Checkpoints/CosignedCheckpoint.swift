import EnlaceModel

/// A checkpoint whose log signature verified, with those cosignatures that verified.
///
/// Only `CheckpointVerifier` makes it.
package struct CosignedCheckpoint: Sendable, Equatable {
    package let checkpoint: Checkpoint
    /// The note exactly as it was read.
    package let note: SignedNote
    /// The cosignatures by witnesses that the verifier knows.
    package let cosignatures: [Cosignature]

    package var head: TreeHead { checkpoint.head }

    fileprivate init(checkpoint: Checkpoint, note: SignedNote, cosignatures: [Cosignature]) {
        self.checkpoint = checkpoint
        self.note = note
        self.cosignatures = cosignatures
    }
}

/// Opens the signed checkpoints of one log.
package struct CheckpointVerifier: Sendable {
    private let origin: String
    private let logKeys: [NoteVerifier]
    private let witnesses: [NoteVerifier]
    private let primitives: LogPrimitives

    /// `logKey` is named after the origin; `witnesses` are keys of kind `cosignature`.
    package init(logKey: NoteVerifier, witnesses: [NoteVerifier] = [], primitives: LogPrimitives) {
        self.init(
            origin: logKey.name, logKeys: [logKey], witnesses: witnesses, primitives: primitives)
    }

    /// For a log with several keys, each named after the origin; one of them must have signed.
    package init(
        origin: String, logKeys: [NoteVerifier], witnesses: [NoteVerifier],
        primitives: LogPrimitives
    ) {
        self.origin = origin
        self.logKeys = logKeys.filter {
            $0.kind == .ed25519 && NoteKeyName.areSame($0.name, origin)
        }
        self.witnesses = witnesses.filter { $0.kind == .cosignature }
        self.primitives = primitives
    }

    /// Refuses with `NOTE_MALFORMED`, `LOG_UNKNOWN` (an origin other than the key's name) and
    /// `LOG_BAD_SIGNATURE` (the log's line absent, or any known line wrong).
    package func open(_ bytes: [UInt8]) throws(LogError) -> CosignedCheckpoint {
        try open(SignedNote(bytes))
    }

    package func open(_ note: SignedNote) throws(LogError) -> CosignedCheckpoint {
        let checkpoint = try Checkpoint(text: note.text)
        guard NoteKeyName.areSame(checkpoint.origin, origin) else {
            throw LogError(.logUnknown, object: VisibleText.make(checkpoint.origin))
        }
        let verified = try note.verified(by: logKeys + witnesses, primitives: primitives)
        guard verified.contains(where: { logKeys.contains($0.key) }) else {
            throw LogError(.logBadSignature, object: VisibleText.make(origin))
        }
        var cosignatures: [Cosignature] = []
        for line in verified where line.key.kind == .cosignature {
            cosignatures.append(try Cosignature(line.signature))
        }
        return CosignedCheckpoint(checkpoint: checkpoint, note: note, cosignatures: cosignatures)
    }

    /// Checks one cosignature line on a checkpoint that is already known to be the log's own.
    ///
    /// Refuses with `LOG_BAD_SIGNATURE` when the line is not by one of the witnesses or wrong.
    package func cosignature(
        _ line: NoteSignature, on checkpoint: Checkpoint
    ) throws(LogError) -> Cosignature {
        let note = try SignedNote(text: checkpoint.text, signatures: [line])
        guard try !note.verified(by: witnesses, primitives: primitives).isEmpty else {
            throw LogError(.logBadSignature, object: VisibleText.make(line.name))
        }
        return try Cosignature(line)
    }
}
